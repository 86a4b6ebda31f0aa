import 'server-only'
import type { OpenDatabase } from './database'
import { migrate } from './migrate'
import type { EmbeddedOptions } from './open-embedded'

export type OpenOptions = EmbeddedOptions & { databaseUrl: string | null }

/** Opens the ledger's database, with its tables up to date. Only the driver that it needs is loaded. */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  const open = await connect(options)
  try {
    await migrate(open.db)
    await open.onMigrated?.()
    return open
  } catch (error) {
    await open.close()
    throw error
  }
}

async function connect({ databaseUrl, ...embedded }: OpenOptions): Promise<OpenDatabase> {
  if (databaseUrl === null) {
    const { openEmbedded } = await import('./open-embedded')
    return openEmbedded(embedded)
  }
  const { openPostgres } = await import('./open-postgres')
  return openPostgres(databaseUrl)
}
