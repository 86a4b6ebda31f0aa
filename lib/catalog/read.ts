import { disambiguateNames } from './disambiguate-names'
import { generateOperations, type JsonSchema, type Operation } from './document'
import type { Field, Model } from './field'
import { formatName, makerName } from './format-name'
import { readFields } from './read-field'

/**
 * Turns an OpenAPI 3.1 document into the models it offers, in its own order.
 * @throws Error when it is no such document or offers no model.
 */
export function readCatalog(document: unknown): Model[] {
  const models = generateOperations(document).map(({ id, operation, body }) =>
    readModel(id, operation, body),
  )
  if (models.length === 0) throw new Error('the OpenAPI document offers no model')
  return disambiguateNames(models)
}

function readModel(id: string, operation: Operation, body: JsonSchema): Model {
  const [task = '', maker = '', ...rest] = id.split('/')
  return {
    id,
    name: operation.summary ?? formatName(rest.join(' ')),
    maker: makerName(maker),
    task,
    fields: sortFields(readFields(body)),
    prices: (operation['x-krea-pricing']?.price_points ?? []).map(({ amount, dimensions }) => ({
      amount,
      dimensions,
    })),
    typicalSeconds: operation['x-average-seconds'] ?? null,
    aliases: Object.fromEntries(
      (operation['x-krea-deprecated-field-aliases'] ?? []).map(({ from, to }) => [from, to]),
    ),
    retirement: retirementOf(operation),
  }
}

function retirementOf(operation: Operation): Model['retirement'] {
  const sunset = operation['x-sunset'] ?? null
  if (!operation.deprecated && !sunset) return null
  return { sunset, replacement: operation['x-replacement'] ?? null }
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

/** The schema of each model's body, by id, references resolved. Source: the same document. */
export function bodySchemas(document: unknown): Map<string, JsonSchema> {
  return new Map(generateOperations(document).map(({ id, body }) => [id, body]))
}
