import 'server-only'
import * as z from 'zod'
import type { Input, Model } from '../../catalog/field'
import { bodySchemas, readCatalog } from '../../catalog/read'
import { isObject, type JsonSchema } from '../../catalog/schema/json-schema'
import { checkFieldRules } from './field-rules'
import { refusalOf } from './schema-issues'

export type KnownModel = {
  model: Model
  schema: JsonSchema
  /** Run by another provider: Krea gives no intermediate pictures of these. */
  external: boolean
}

export type Models = {
  find(id: string): KnownModel | null
  /** The model that stands for the retired path `image/krea-1`. */
  successor: KnownModel | null
  /** @throws Refusal 400 or 422, with each field that is wrong. */
  check(known: KnownModel, body: Input): void
}

/** Only models on Krea's own machines let the caller set these. */
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
      if (!parsed.success) throw refusalOf(parsed.error.issues)
      checkFieldRules(body)
    },
  }
}

function toKnownModel(model: Model, schema: JsonSchema): KnownModel {
  const names = isObject(schema.properties) ? Object.keys(schema.properties) : []
  const isHosted = model.id.split('/')[1] === 'krea' || names.some((name) => denoising.test(name))
  return { model, schema, external: !isHosted }
}
