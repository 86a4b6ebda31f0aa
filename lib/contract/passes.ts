import * as z from 'zod/mini'

/** A guest pass as its owner sees it; dollars. `null` models: every one. */
const passSchema = z.object({
  id: z.string(),
  name: z.string(),
  dollars: z.number(),
  /** Spent or reserved. */
  spent: z.number(),
  jobs: z.number(),
  models: z.nullable(z.array(z.string())),
  createdAt: z.string(),
  expiresAt: z.nullable(z.string()),
  state: z.enum(['open', 'spent', 'expired', 'revoked']),
})

export type Pass = z.infer<typeof passSchema>

export const passesAnswerSchema = z.object({ passes: z.array(passSchema) })

/** `url` holds the secret and is told this once; `qr` is an SVG of it. */
export const newPassAnswerSchema = z.object({
  pass: passSchema,
  url: z.string(),
  qr: z.string(),
})

export type NewPassAnswer = z.infer<typeof newPassAnswerSchema>
