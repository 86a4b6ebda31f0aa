import * as z from 'zod/mini'
import { defaultInput } from '@/lib/catalog/defaults'
import type { ChoiceSpec, Field, Input, Json, Model } from '@/lib/catalog/field'
import { translateRetired } from '@/lib/catalog/retired'
import { validateInput } from '@/lib/catalog/validate'
import { convertDraft } from '../convert'
import { selectStartModel } from '../field-roles'
import type { Draft } from '../state'

export type FromLink = {
  draft: Draft
  /** Sentences about values that could not be restored. */
  problems: string[]
}

/** Servers and messengers cut or refuse longer queries; the part after `#` never leaves the browser. */
const maxQueryLength = 2000

/** The end of an address that opens a draft: `?model=…`, or `#model=…` when it is long. */
export function linkTo(draft: Draft): string {
  const query = toLink(draft)
  return `${query.length > maxQueryLength ? '#' : '?'}${query}`
}

/** A draft as a query: `model=image/bfl/flux-1-dev&prompt=a+fox&width=1216`. */
export function toLink({ model, input }: Draft): string {
  const query = new URLSearchParams({ model })
  for (const [name, value] of Object.entries(input))
    query.set(parameter(name), typeof value === 'object' ? JSON.stringify(value) : String(value))
  return query.toString().replaceAll('%2F', '/').replaceAll('%3A', ':').replaceAll('%2C', ',')
}

/** The draft of a query, or `null` when the address names no model and no prompt. */
export function fromLink(link: string | URLSearchParams, models: Model[]): FromLink | null {
  const query = new URLSearchParams(link)
  const first = selectStartModel(models)
  const id = query.get('model')
  if (!first || (id === null && !query.has('prompt'))) return null
  const found = models.find((model) => model.id === id)
  const model = found ?? first
  query.delete('model')
  const asked = translateRetired(model, readParameters(query, [model, ...models]))
  const problems =
    id === null || found ? [] : [`“${id}” is not offered any more. ${model.name} takes its place.`]
  if (!found) {
    const { input } = convertDraft(null, model, asked, {})
    return { draft: { model: model.id, input }, problems }
  }
  const { input, refused } = keepValid(model, asked)
  return { draft: { model: model.id, input }, problems: [...problems, ...refused] }
}

/** A body's own field `model`, and names like it, get one more underscore. */
const parameter = (name: string) => (/^_*model$/.test(name) ? `_${name}` : name)
const fieldName = (key: string) => (/^_+model$/.test(key) ? key.slice(1) : key)

/** Reads a name that this model does not know as a field of another model. */
function readParameters(query: URLSearchParams, [model, ...others]: [Model, ...Model[]]): Input {
  const fields = [model, ...others].flatMap(({ fields }) => fields)
  return Object.fromEntries(
    [...query].map(([key, text]) => {
      const name = fieldName(key)
      const current = Object.hasOwn(model.aliases, name) ? (model.aliases[name] ?? name) : name
      return [
        name,
        readValue(
          fields.find((field) => owns(field, current)),
          current,
          text,
        ),
      ]
    }),
  )
}

const owns = (field: Field, name: string) =>
  field.kind === 'size' ? Object.hasOwn(field.parts, name) : field.name === name

function readValue(field: Field | undefined, name: string, text: string): Json {
  switch (field?.kind) {
    case undefined:
      return text
    case 'prompt':
    case 'text':
    case 'image':
    case 'mask':
      return text
    case 'number':
    case 'seed':
      return numberOr(text)
    case 'toggle':
      return text === 'true' || (text === 'false' ? false : text)
    case 'choice':
      return option(field, text)
    case 'size':
      if (name === 'aspect_ratio' || name === 'resolution') {
        const part = field.parts[name]
        return part ? option(part, text) : text
      }
      return numberOr(text)
    case 'images':
    case 'weighted-images':
    case 'tagged-images':
    case 'styles':
    case 'moodboards':
    case 'json':
      return parseJson(text)
    default:
      return field satisfies never
  }
}

const option = ({ options }: ChoiceSpec, text: string) =>
  options.find((value) => String(value) === text) ?? text

/** An integer beyond 2^53 stays a text, which is refused, rather than become another number. */
function numberOr(text: string): number | string {
  const value = Number(text)
  const isExact = Number.isSafeInteger(value) || !/^\s*[-+]?\d+\s*$/.test(text)
  return text.trim() !== '' && Number.isFinite(value) && isExact ? value : text
}

function parseJson(text: string): Json {
  try {
    return z.json().parse(JSON.parse(text))
  } catch {
    return text
  }
}

/** Drops values that the model refuses, except a prompt. */
function keepValid(model: Model, asked: Input): { input: Input; refused: string[] } {
  const input = { ...asked }
  const refused: string[] = []
  for (const { path, message } of validateInput(model, asked)) {
    const [name = path] = path.split('.')
    const field = model.fields.find((field) => owns(field, name))
    if (!Object.hasOwn(input, name) || field?.kind === 'prompt') continue
    refused.push(field ? `${field.label} of the link is left out: ${message}` : message)
    delete input[name]
  }
  return { input: { ...defaultInput(model), ...input }, refused }
}
