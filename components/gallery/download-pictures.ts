import { readRecord } from '@/lib/library/records'
import { otherFilesOf } from '@/lib/record/record'
import { showNotice } from './notices/notice'

/** One picture as a file, several as a zip; so too the several files of one job. */
export async function downloadPictures(ids: string[]): Promise<void> {
  const [id] = ids
  if (ids.length === 1 && id !== undefined && !(await hasSeveral(id))) return downloadOne(id)
  try {
    const { exportZip } = await import('@/lib/transfer/export-zip')
    const notice = await exportZip(ids)
    if (notice) showNotice(notice)
  } catch {
    showNotice('The zip could not be written. The pictures are still here.')
  }
}

async function hasSeveral(id: string): Promise<boolean> {
  const record = await readRecord(id).catch(() => undefined)
  return record !== undefined && otherFilesOf(record).length > 0
}

async function downloadOne(id: string): Promise<void> {
  try {
    const { downloadPicture } = await import('@/components/viewer/actions/download-picture')
    const record = await readRecord(id)
    if (record) await downloadPicture(record)
  } catch (error) {
    showNotice(error instanceof Error ? error.message : 'The picture could not be downloaded.')
  }
}
