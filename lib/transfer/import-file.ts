import type { Parameters } from '../record/generation-parameters'
import { readSettings } from './read-settings'
import { restore } from './restore'

/** What a file brought: settings for the form, and a sentence to say. */
export type Imported = { settings: Parameters | null; words: string }

/** Takes a file that left a playground: a picture or its parameters give settings, a backup comes back. */
export async function importFile(file: File): Promise<Imported> {
  if (/zip/.test(file.type) || /\.zip$/i.test(file.name))
    return { settings: null, words: await restore(file) }
  const settings = await readSettings(file)
  const words = settings
    ? `The form has the settings of ${file.name}.`
    : `${file.name} does not say how it was made.`
  return { settings, words }
}
