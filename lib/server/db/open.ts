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

type Place = {
  databaseUrl: string | null
  /** Where the embedded database lives. */
  folder: string
  /** Told when the ledger will forget, with the reason in a sentence. */
  onForgetful: (reason: string) => void
}

const connections = 10
const connectSeconds = 10

/** Opens the ledger's database where it can be had, with its tables up to date. */
export async function openDatabase({ databaseUrl, folder, onForgetful }: Place) {
  const open =
    databaseUrl === null ? await openEmbedded(folder, onForgetful) : openPostgres(databaseUrl)
  try {
    await migrate(open.db)
    if (databaseUrl === null) await endLeases(open.db)
    return open
  } catch (error) {
    await open.close()
    throw error
  }
}

/** Without prepared statements, so that poolers which share connections can stand between. */
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

async function openEmbedded(folder: string, onForgetful: Place['onForgetful']) {
  try {
    const unlock = lockFolder(folder)
    if (unlock) return await openFiles(join(folder, 'ledger'), unlock)
    onForgetful(`Another process holds ${folder}. For more than one, set DATABASE_URL.`)
  } catch (error) {
    onForgetful(`${folder} cannot be used: ${error instanceof Error ? error.message : error}`)
  }
  return openMemory()
}

/** PGlite turns off fsync for speed; a ledger of money has to outlive a power cut. */
const safely = PGlite.defaultStartParams.filter((option) => option !== '-F')
const small = ['-c', 'shared_buffers=8MB']

async function openFiles(folder: string, unlock: () => void): Promise<OpenDatabase> {
  const client = await PGlite.create(folder, { startParams: [...safely, ...small] }).catch(
    (error) => {
      unlock()
      throw error
    },
  )
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

/** In an embedded database no other process can be sending: what looks so died with an earlier one. */
async function endLeases(db: Database): Promise<void> {
  await db.execute(sql`update submissions set lease_until = now() where state = 'sending'`)
}
