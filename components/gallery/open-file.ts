import { getDraftState } from '@/lib/draft/draft-store'
import { offerPictures } from '@/lib/draft/offered-pictures'
import { offerSettings, replaceDraft } from '@/lib/draft/replace-draft'

/** Puts a picture's settings into the composer, or restores a backup. @returns a sentence for people */
export async function openFile(file: File, onEdit?: () => void): Promise<string> {
  try {
    const { importFile } = await import('@/lib/transfer/import-file')
    const { settings, message } = await importFile(file, getDraftState().draft.model)
    if (settings) {
      replaceDraft(settings)
      onEdit?.()
    }
    return message
  } catch {
    return `${file.name} could not be read.`
  }
}

/**
 * Takes images as inputs, and offers the settings that one of them contains; where the model takes no
 * images, those settings are all there is to use. @returns a sentence for people, or null
 */
export async function openDroppedFiles(files: File[], onEdit?: () => void): Promise<string | null> {
  const images = files.filter(isImage)
  const [first] = images
  if (!first) return files[0] ? openFile(files[0], onEdit) : null
  const isTaken = offerPictures({ files: images, urls: [] })
  onEdit?.()
  const settings = await readSettingsOf(first)
  if (settings && isTaken) offerSettings(first.name, settings)
  else if (settings) replaceDraft(settings)
  return null
}

/** Some systems give no type. */
const isImage = ({ type, name }: File) =>
  type.startsWith('image/') || /\.(png|jpe?g|webp|gif|avif|hei[cf])$/i.test(name)

async function readSettingsOf(file: File) {
  try {
    const { readSettings } = await import('@/lib/transfer/read-settings')
    return await readSettings(file, getDraftState().draft.model)
  } catch {
    return null
  }
}
