import type { GenerationParameters } from '../record/generation-parameters'
import { readSettings } from './read-settings'
import { restore } from './restore'

/** Settings for the form, and a sentence about the result. */
export type Imported = { settings: GenerationParameters | null; message: string }

/**
 * Imports a file: settings of a picture or a parameters file; a backup is restored.
 * @param model for settings of other programs
 */
export async function importFile(file: File, model: string): Promise<Imported> {
  if (/zip/.test(file.type) || /\.zip$/i.test(file.name))
    return { settings: null, message: await restore(file) }
  const settings = await readSettings(file, model)
  const message = settings
    ? `Settings of ${file.name} restored.`
    : `${file.name} has no settings that this page can read.`
  return { settings, message }
}
