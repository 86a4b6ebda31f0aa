import * as z from 'zod/mini'
import type { Json } from '../catalog/field'

export const formatName = 'krea-playground/experiment'
export const formatVersion = 1

const inputSchema = z.record(z.string(), z.json())
const textsSchema = z.record(z.string(), z.string())

/**
 * What a value changes: the model, fields of the input, `{{variables}}`, or words of the prompt
 * (search text to replacement).
 */
const patchSchema = z.looseObject({
  model: z.optional(z.string()),
  input: z.optional(inputSchema),
  variables: z.optional(textsSchema),
  words: z.optional(textsSchema),
})

const valueSchema = z.looseObject({ label: z.string(), set: patchSchema })
const axisSchema = z.looseObject({ name: z.string(), values: z.array(valueSchema) })

/** An experiment as its file, link and stored record hold it. Unknown keys are kept. */
export const definitionSchema = z.looseObject({
  format: z.literal(`${formatName}@${formatVersion}`),
  /** A UUID. Without one it is a new experiment. */
  id: z.optional(z.string().check(z.uuid())),
  name: z._default(z.string(), ''),
  brief: z._default(z.string(), ''),
  question: z._default(z.string(), ''),
  model: z.string(),
  input: inputSchema,
  variables: z._default(textsSchema, {}),
  axes: z._default(z.array(axisSchema), []),
  /** Every cell is made once with each. */
  seeds: z._default(z.array(z.int()), []),
})

export type Definition = z.infer<typeof definitionSchema>
export type Axis = z.infer<typeof axisSchema>
export type AxisValue = z.infer<typeof valueSchema>
export type Patch = z.infer<typeof patchSchema>

export type ReadDefinition = { definition: Definition } | { problem: string }

/** Reads a definition from JSON; a `problem` is a sentence that names the place and the way out. */
export function readDefinition(json: unknown): ReadDefinition {
  const version = versionOf(json)
  if (version === null)
    return { problem: `This is not an experiment: its "format" must be "${formatName}@1".` }
  if (version > formatVersion)
    return {
      problem: `This experiment was saved by a newer version of the playground (format ${version}). Update the playground, then open it again.`,
    }
  const parsed = definitionSchema.safeParse(json)
  if (parsed.success) return { definition: parsed.data }
  const issue = parsed.error.issues[0]
  return { problem: `This experiment cannot be read: ${issue?.path.join('.')}: ${issue?.message}.` }
}

function versionOf(json: unknown): number | null {
  const format =
    typeof json === 'object' && json !== null && 'format' in json ? String(json.format) : ''
  const match = /^krea-playground\/experiment@(\d{1,6})$/.exec(format)
  return match ? Number(match[1]) : null
}

/** The definition as a file, two spaces deep, with a line break at its end. */
export const definitionFile = (definition: Definition): string =>
  `${JSON.stringify(definition, null, 2)}\n`

/** Reads the text of a definition file. */
export function readDefinitionFile(text: string): ReadDefinition {
  const json = parseJson(text)
  return json === undefined
    ? { problem: 'This file is not JSON. Export the experiment again as JSON.' }
    : readDefinition(json)
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}
