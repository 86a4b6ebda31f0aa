import * as z from 'zod/mini'
import type { Model } from './field'

const retirementSchema = z.object({
  sunset: z.nullable(z.string()),
  replacement: z.nullable(z.string()),
})

/** A catalog as short as comparing needs it: by model id, its fields and prices as hashes. */
export const digestSchema = z.record(
  z.string(),
  z.object({
    name: z.string(),
    fields: z.record(z.string(), z.string()),
    prices: z.string(),
    retirement: z.nullable(retirementSchema),
  }),
)

export type Digest = z.infer<typeof digestSchema>

/** Raised when fields are read in another shape, which gives every field another hash. */
export const digestVersion = 2

/** A digest of another version, with what cannot be compared taken from today's. */
export function comparableDigest(before: Digest, version: number | undefined, now: Digest): Digest {
  if (version === digestVersion) return before
  return Object.fromEntries(
    Object.entries(before).map(([id, model]) => [
      id,
      { ...model, fields: (Object.hasOwn(now, id) ? now[id] : model)?.fields ?? model.fields },
    ]),
  )
}

export function digestOf(models: Model[]): Digest {
  return Object.fromEntries(
    models.map(({ id, name, fields, prices, retirement }) => [
      id,
      {
        name,
        fields: Object.fromEntries(fields.map((field) => [field.name, hash(field)])),
        prices: hash(prices),
        retirement,
      },
    ]),
  )
}

/** FNV-1a: two documents are compared, nobody is kept out. */
function hash(value: unknown): string {
  let code = 0x811c9dc5
  for (const char of JSON.stringify(value))
    code = Math.imul(code ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return (code >>> 0).toString(36)
}
