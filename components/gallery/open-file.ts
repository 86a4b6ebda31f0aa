import { replaceDraft } from '@/lib/draft/draft'

/** Puts a picture's settings into the composer, or restores a backup. @returns a sentence for people */
export async function openFile(file: File, onEdit?: () => void): Promise<string> {
  try {
    const { importFile } = await import('@/lib/transfer/import-file')
    const { settings, message: words } = await importFile(file)
    if (settings) {
      replaceDraft(settings)
      onEdit?.()
    }
    return words
  } catch {
    return `${file.name} could not be read.`
  }
}
