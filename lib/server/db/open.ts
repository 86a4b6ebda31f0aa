import 'server-only'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'drizzle-orm'
import { drizzle as drizzleFiles } from 'drizzle-orm/pglite'
import { drizzle as drizzlePostgres } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import type { Database, OpenDatabase } from './database'
import { lockFolder } from './folder-lock'
import { migrate } from './migrate'

type OpenOptions = {
  databaseUrl: string | null
  /** Where the embedded database lives. */
  folder: string
  /** Called when the ledger is in memory only, with the reason in a sentence. */
  onMemoryOnly: (reason: string) => void
}

const connections = 10
const connectSeconds = 10

/** Opens the ledger's database, with its tables up to date. */
export async function openDatabase({ databaseUrl, folder, onMemoryOnly }: OpenOptions) {
  const open =
    databaseUrl === null ? await openEmbedded(folder, onMemoryOnly) : openPostgres(databaseUrl)
  try {
    await migrate(open.db)
    if (databaseUrl === null) await endLeases(open.db)
    return open
  } catch (error) {
    await open.close()
    throw error
  }
}

/** Without prepared statements: a pooler between may share connections. */
function openPostgres(url: string): OpenDatabase {
  const client = postgres(url, {
    max: connections,
    connect_timeout: connectSeconds,
    idle_timeout: 60,
    prepare: false,
    onnotice: () => undefined,
  })
  return {
    db: drizzlePostgres(client),
    storage: 'postgres',
    close: () => client.end({ timeout: 5 }),
  }
}

async function openEmbedded(folder: string, onMemoryOnly: OpenOptions['onMemoryOnly']) {
  try {
    const unlock = lockFolder(folder)
    if (unlock) return await openFiles(join(folder, 'ledger'), unlock)
    onMemoryOnly(`Another process holds ${folder}. For more than one, set DATABASE_URL.`)
  } catch (error) {
    onMemoryOnly(`${folder} cannot be used: ${error instanceof Error ? error.message : error}`)
  }
  return openMemory()
}

/** PGlite turns off fsync for speed; a ledger of money has to outlive a power cut. */
const durableParams = PGlite.defaultStartParams.filter((option) => option !== '-F')
const smallParams = ['-c', 'shared_buffers=8MB']

async function openFiles(folder: string, unlock: () => void): Promise<OpenDatabase> {
  const client = await PGlite.create(folder, {
    startParams: [...durableParams, ...smallParams],
  }).catch((error) => {
    unlock()
    throw error
  })
  const db: Database = drizzleFiles({ client })
  const close = async () => {
    await client.close()
    unlock()
  }
  return { db, storage: 'files', close }
}

async function openMemory(): Promise<OpenDatabase> {
  const client = await PGlite.create()
  return { db: drizzleFiles({ client }), storage: 'memory', close: () => client.close() }
}

/** Nobody else sends through an embedded database: a submission marked so died with its process. */
async function endLeases(db: Database): Promise<void> {
  await db.execute(sql`update submissions set lease_until = now() where state = 'sending'`)
}
