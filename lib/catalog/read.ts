import { disambiguateNames } from './disambiguate-names'
import { generateOperations, type Operation, type Skipped } from './document'
import type { Field, Json, Model } from './field'
import { formatName, makerName } from './format-name'
import { readFields } from './read-field'
import { readDescription } from './schema/description'
import type { JsonSchema } from './schema/json-schema'
import { readPrices } from './schema/prices'

/**
 * Turns an OpenAPI 3.1 document into the models it offers, in its own order.
 * @throws Error when it is no such document or offers no model.
 */
export function readCatalog(document: unknown): Model[] {
  return readDocument(document).models
}

/** The same, with the models that were left out and with each body's schema, references resolved. */
export function readDocument(document: unknown): {
  models: Model[]
  skipped: Skipped[]
  schemas: Map<string, JsonSchema>
} {
  const { operations, skipped } = generateOperations(document)
  const models = operations.map(({ id, operation, body }) => readModel(id, operation, body))
  if (models.length === 0) throw new Error('the OpenAPI document offers no model')
  return {
    models: disambiguateNames(models),
    skipped,
    schemas: new Map(operations.map(({ id, body }) => [id, body])),
  }
}

function readModel(id: string, operation: Operation, body: JsonSchema): Model {
  const [task = '', maker = '', ...rest] = id.split('/')
  const description = readDescription(operation.description ?? null, textOf(operation['x-mint']))
  const { computeUnits, typicalSeconds, text } = description
  return {
    id,
    name: operation.summary ?? formatName(rest.join(' ')),
    maker: makerName(maker),
    task,
    ...(text === null ? {} : { description: text }),
    fields: sortFields(readFields(body)),
    prices: readPrices(operation['x-krea-pricing']),
    ...(computeUnits.length === 0 ? {} : { computeUnits }),
    typicalSeconds,
    aliases: Object.fromEntries(
      (operation['x-krea-deprecated-field-aliases'] ?? []).map(({ from, to }) => [from, to]),
    ),
    retirement: retirementOf(operation),
  }
}

/** The longest text of an extension whose form is not published. */
function textOf(extension: Json | undefined): string | null {
  if (typeof extension === 'string') return extension
  if (typeof extension !== 'object' || extension === null) return null
  const texts = Object.values(extension).map(textOf)
  return texts.reduce((a, b) => ((b?.length ?? 0) > (a?.length ?? 0) ? b : a), null)
}

/** Beside the extensions, the warning with which a retiring model's description begins is read. */
function retirementOf(operation: Operation): Model['retirement'] {
  const sunset = operation['x-sunset'] ?? null
  if (!operation.deprecated && !sunset) return null
  const words = operation.description ?? ''
  const day = /\b20\d\d-\d\d-\d\d\b/.exec(words)?.[0]
  const successor = /\/generate\/((?:image|enhance)\/[\w./-]*\w)/.exec(words)?.[1]
  return {
    sunset: sunset ?? day ?? null,
    replacement: operation['x-replacement'] ?? successor ?? null,
  }
}

const rank: Partial<Record<Field['kind'], number>> = {
  prompt: 0,
  image: 1,
  images: 1,
  'tagged-images': 1,
  mask: 2,
  size: 3,
  seed: 9,
  json: 10,
}

/** What everyone sets first comes first; within a rank the document's order stands. */
function sortFields(fields: Field[]): Field[] {
  const at = (field: Field) => (rank[field.kind] ?? 5) - (field.required ? 0.5 : 0)
  return fields.toSorted((a, b) => at(a) - at(b))
}

/** The schema of each model's body, by id, references resolved. */
export const bodySchemas = (document: unknown): Map<string, JsonSchema> =>
  readDocument(document).schemas
