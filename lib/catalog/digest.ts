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
