import 'server-only'
import type { OpenDatabase } from './database'
import { migrate } from './migrate'

type OpenOptions = {
  databaseUrl: string | null
  /** Where the embedded database lives. */
  folder: string
  /** Called when the ledger is in memory only, with the reason in a sentence. */
  onMemoryOnly: (reason: string) => void
}

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

async function connect({ databaseUrl, folder, onMemoryOnly }: OpenOptions): Promise<OpenDatabase> {
  if (databaseUrl === null) {
    const { openEmbedded } = await import('./open-embedded')
    return openEmbedded(folder, onMemoryOnly)
  }
  const { openPostgres } = await import('./open-postgres')
  return openPostgres(databaseUrl)
}
