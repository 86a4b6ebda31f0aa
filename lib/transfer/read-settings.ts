import * as z from 'zod/mini'
import {
  type GenerationParameters,
  parametersKeyword,
  parametersSchema,
} from '../record/generation-parameters'
import { readTexts } from './png-text'
import { a1111Keyword, inputOfA1111, readA1111 } from './read-a1111'

const maxJsonBytes = 20_000_000

/**
 * The settings in a picture or a parameters file; null when there are none.
 * @param model for settings of other programs, which name no model of Krea
 */
export async function readSettings(
  file: File,
  model: string,
): Promise<GenerationParameters | null> {
  if (/\.json$/i.test(file.name)) return file.size < maxJsonBytes ? parse(await file.text()) : null
  const texts = await readTexts(new Uint8Array(await file.arrayBuffer()))
  const own = texts.get(parametersKeyword)
  if (own !== undefined) return parse(own)
  const other = readA1111(texts.get(a1111Keyword) ?? '')
  return other && { model, input: inputOfA1111(other) }
}

/** `parameters.json` of a zip lists many pictures; the first one is used. */
const fileSchema = z.union([parametersSchema, z.array(parametersSchema).check(z.minLength(1))])

function parse(json: string): GenerationParameters | null {
  try {
    const parsed = fileSchema.safeParse(JSON.parse(json)).data
    return (Array.isArray(parsed) ? parsed[0] : parsed) ?? null
  } catch {
    return null
  }
}
