import type { Json, PricePoint } from './field'
import { isObject, type JsonSchema } from './schema/json-schema'
import { readPrices } from './schema/prices'
import { lookUp, resolveSchema } from './schema/resolve'
import { simplify } from './schema/simplify'
import { numberSpec } from './specs'

/** What `POST /styles/train` of a document takes. */
export type Training = {
  schema: JsonSchema
  /** In Krea's words, such as `flux_dev`. */
  models: string[]
  types: string[]
  minSteps: number
  maxSteps: number | null
  prices: PricePoint[]
}

/** `null` where the document has no training that this version can read. */
export function readTraining(document: unknown): Training | null {
  const operation = lookUp(document, '#/paths/~1styles~1train/post')
  const media = lookUp(operation, '#/requestBody/content/application~1json')
  if (media.schema === undefined) return null
  const schema = resolveSchema(document, media.schema)
  if (!isObject(schema)) return null
  const { properties } = simplify(schema)
  const property = (name: string) => simplify(isObject(properties) ? properties[name] : undefined)
  const models = textsOf(property('model').enum)
  const steps = numberSpec(property('max_train_steps'))
  return models.length === 0
    ? null
    : {
        schema,
        models,
        types: textsOf(property('type').enum),
        minSteps: steps.min ?? 1,
        maxSteps: steps.max,
        prices: readPrices(operation['x-krea-pricing']),
      }
}

const textsOf = (options: Json | undefined): string[] =>
  Array.isArray(options) ? options.filter((option) => typeof option === 'string') : []
