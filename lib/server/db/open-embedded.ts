import 'server-only'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/pglite'
import type { Database, OpenDatabase } from './database'
import { lockFolder } from './folder-lock'

/** PGlite turns off fsync for speed; a ledger of money has to outlive a power cut. */
const durableParams = PGlite.defaultStartParams.filter((option) => option !== '-F')
const smallParams = ['-c', 'shared_buffers=8MB']

/** In files where this process may have the folder, otherwise in memory. */
export async function openEmbedded(
  folder: string,
  onMemoryOnly: (reason: string) => void,
): Promise<OpenDatabase> {
  try {
    const unlock = lockFolder(folder)
    if (unlock) return await openFiles(join(folder, 'ledger'), unlock)
    onMemoryOnly(`Another process holds ${folder}. For more than one, set DATABASE_URL.`)
  } catch (error) {
    onMemoryOnly(`${folder} cannot be used: ${error instanceof Error ? error.message : error}`)
  }
  return openMemory()
}

async function openFiles(folder: string, unlock: () => void): Promise<OpenDatabase> {
  const startParams = [...durableParams, ...smallParams]
  const client = await PGlite.create(folder, { startParams }).catch((error) => {
    unlock()
    throw error
  })
  const db: Database = drizzle({ client })
  const close = async () => {
    await client.close()
    unlock()
  }
  return { db, storage: 'files', close, onMigrated: () => endLeases(db) }
}

async function openMemory(): Promise<OpenDatabase> {
  const client = await PGlite.create()
  return { db: drizzle({ client }), storage: 'memory', close: () => client.close() }
}

/** Nobody else sends through an embedded database: a submission marked so died with its process. */
async function endLeases(db: Database): Promise<void> {
  await db.execute(sql`update submissions set lease_until = now() where state = 'sending'`)
}
