import { downloadZip } from 'client-zip'
import { readBlob, readRecord } from '../library/records'
import { readOtherFile } from '../library/storage/other-files'
import { fileName } from '../record/file-name'
import { parametersOf } from '../record/generation-parameters'
import { otherFilesOf } from '../record/record'
import { contactSheet, type Exported } from './export-page'
import { exportedPicture, exportsParameters } from './export-picture'
import { saveStream } from './save-stream'

/**
 * Writes the pictures of these records to one zip, with their parameters and a contact sheet. Pictures
 * are read one by one while the file is written.
 * @returns a sentence about the result; null when no file was chosen
 */
export async function exportZip(ids: string[]): Promise<string | null> {
  const exported: Exported[] = []
  const name = `krea-playground-${new Date().toISOString().slice(0, 10)}.zip`
  const written = await saveStream(name, () => downloadZip(files(ids, exported)))
  if (!written) return null
  const omitted = ids.length - exported.length
  const rest = omitted > 0 ? `; ${omitted} had none and were left out` : ''
  return `${exported.length === 1 ? '1 picture' : `${exported.length} pictures`} in ${name}${rest}.`
}

async function* files(ids: string[], exported: Exported[]) {
  for (const id of ids) {
    const record = await readRecord(id)
    const picture = (await readBlob('originals', id)) ?? (await readBlob('thumbnails', id))
    if (!record || !picture) continue
    const file = `pictures/${fileName(record)}`
    exported.push({ file, ...parametersOf(record) })
    yield { name: file, input: exportedPicture(record, picture), lastModified: record.createdAt }
    for (const { at } of otherFilesOf(record)) {
      const other = await readOtherFile(id, at)
      const name = `pictures/${fileName(record, at)}`
      if (other)
        yield { name, input: exportedPicture(record, other), lastModified: record.createdAt }
    }
  }
  const includesParameters = exportsParameters()
  yield { name: 'index.html', input: contactSheet(exported, includesParameters) }
  if (includesParameters)
    yield { name: 'parameters.json', input: JSON.stringify(exported, null, 2) }
}
