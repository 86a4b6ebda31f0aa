import * as z from 'zod/mini'
import {
  type GenerationParameters,
  parametersKeyword,
  parametersSchema,
} from '../record/generation-parameters'
import { readTexts } from './png-text'

const maxJsonBytes = 20_000_000

/** The settings in a picture or a parameters file; null when there are none. */
export async function readSettings(file: File): Promise<GenerationParameters | null> {
  const json = await parametersText(file)
  return json === null ? null : parse(json)
}

async function parametersText(file: File): Promise<string | null> {
  if (/\.json$/i.test(file.name)) return file.size < maxJsonBytes ? file.text() : null
  const texts = await readTexts(new Uint8Array(await file.arrayBuffer()))
  return texts.get(parametersKeyword) ?? null
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
