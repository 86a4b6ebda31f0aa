import 'server-only'
import * as z from 'zod'
import { isObject, type JsonSchema } from '../catalog/document'
import type { Input, Model } from '../catalog/field'
import { bodySchemas, readCatalog } from '../catalog/read'
import { type Detail, invalid } from './answer'

export type KnownModel = {
  model: Model
  schema: JsonSchema
  /** Run by another provider: Krea gives no intermediate pictures of these. */
  external: boolean
}

export type Models = {
  find(id: string): KnownModel | null
  /** The model that stands for a path of old, `image/krea-1`. */
  successor: KnownModel | null
  /** @throws Refusal 400, with each field that is wrong. */
  check(known: KnownModel, body: Input): void
}

/** What only Krea's own machines let the caller set. */
const denoising = /^(?:num_inference_)?steps$|^(?:guidance|cfg)_scale$|^denoising_strength$/

export function readModels(document: unknown): Models {
  const schemas = bodySchemas(document)
  const models = new Map(
    readCatalog(document).map((model) => [
      model.id,
      toKnownModel(model, schemas.get(model.id) ?? {}),
    ]),
  )
  const validators = new Map<string, z.ZodType>()
  const validatorOf = ({ model, schema }: KnownModel) => {
    const validator = validators.get(model.id) ?? z.fromJSONSchema(schema)
    validators.set(model.id, validator)
    return validator
  }
  return {
    find: (id) => models.get(id) ?? null,
    successor: [...models.values()].find(({ model }) => model.id.startsWith('image/krea/')) ?? null,
    check(known, body) {
      const parsed = validatorOf(known).safeParse(body)
      if (!parsed.success)
        throw invalid('Invalid request body', parsed.error.issues.flatMap(toDetails))
    },
  }
}

function toKnownModel(model: Model, schema: JsonSchema): KnownModel {
  const names = isObject(schema.properties) ? Object.keys(schema.properties) : []
  const hosted = model.id.split('/')[1] === 'krea' || names.some((name) => denoising.test(name))
  return { model, schema, external: !hosted }
}

function toDetails(issue: z.core.$ZodIssue): Detail[] {
  const at = issue.path.map(String)
  if (issue.code !== 'unrecognized_keys') return [{ path: at.join('.'), message: issue.message }]
  return issue.keys.map((key) => ({ path: [...at, key].join('.'), message: 'Unknown field' }))
}
