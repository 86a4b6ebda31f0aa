import { changes } from '../library/changes'
import { database } from '../library/database'
import { addMissingExperiments } from '../library/experiments'
import { mergeRecords, type RecordToMerge } from '../library/merge'
import { hasSpaceFor, isQuotaError, setStorageState } from '../library/quota'
import { checkThumbnail } from './check-thumbnail'
import type { Manifest } from './manifest'
import { openBackup } from './open-backup'
import { readBackupRecord } from './read-backup'

/** Records that are read, checked and written together. */
const batchSize = 20

/**
 * Restores a backup: adds missing records and never overwrites existing ones.
 * @returns a sentence about the result
 */
export async function restore(file: Blob): Promise<string> {
  const backup = await openBackup(file)
  if (backup.kind === 'refused') return backup.problem
  const { files, manifest } = backup
  const byName = new Map(files.map((entry) => [entry.name, entry]))
  const total = { added: 0, present: 0, damaged: 0 }
  const known = new Set(await (await database()).getAllKeys('records'))
  try {
    await restoreBoards(manifest.boards)
    await addMissingExperiments(manifest.experiments)
    const records = files.filter(({ name }) => name.startsWith('records/'))
    for (let at = 0; at < records.length; at += batchSize) {
      const batch = records.slice(at, at + batchSize)
      const read = await Promise.all(
        batch.map((entry) => readBackupRecord(entry, byName, checkThumbnail)),
      )
      const whole = read.filter((one) => one !== null)
      const missing = whole.filter(({ record }) => !known.has(record.id))
      if (!(await hasSpaceFor(bytesOf(missing)))) return reportFullStorage(total)
      const { added, present } = await mergeRecords(whole)
      total.added += added
      total.present += present
      total.damaged += batch.length - whole.length
    }
  } catch (error) {
    if (!isQuotaError(error)) throw error
    return reportFullStorage(total)
  }
  setStorageState(false)
  return formatResult(total)
}

function reportFullStorage(total: Parameters<typeof formatResult>[0]): string {
  setStorageState(true)
  return `The storage of this browser is full. ${formatResult(total)}`
}

const bytesOf = (batch: RecordToMerge[]): number =>
  batch
    .flatMap(({ bytes, previews }) => [
      bytes?.original?.size ?? 0,
      bytes?.thumbnail.size ?? 0,
      ...previews.map((preview) => preview.bytes.size),
    ])
    .reduce((sum, size) => sum + size, 0)

async function restoreBoards(boards: Manifest['boards']): Promise<void> {
  const transaction = (await database()).transaction('boards', 'readwrite')
  const known = new Set(await transaction.store.getAllKeys())
  const missing = boards.filter(({ id }) => !known.has(id))
  await Promise.all([...missing.map((board) => transaction.store.put(board)), transaction.done])
  changes.emit({ kind: 'boards' })
}

function formatResult({
  added,
  present,
  damaged,
}: Record<'added' | 'present' | 'damaged', number>) {
  const parts = [
    `${added} restored`,
    present > 0 ? `${present} already here` : '',
    damaged > 0 ? `${damaged} damaged and left out` : '',
  ]
  return `${parts.filter(Boolean).join(', ')}.`
}
