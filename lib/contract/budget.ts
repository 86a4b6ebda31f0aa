import * as z from 'zod/mini'
import type { Contract } from './contract'

/** In dollars; `null`: there is no limit. */
const remainingBudgetSchema = z.object({
  leftToday: z.nullable(z.number()),
  /** Of the visitor's own share of today; of the pass, for a guest. */
  leftForYou: z.nullable(z.number()),
  /** The next midnight UTC. A pass does not renew. */
  renewsAt: z.string(),
  /** The host's setting: reserved for a job whose price Krea does not publish. */
  unknownPrice: z.optional(z.number()),
  pass: z.nullable(
    z.object({
      name: z.string(),
      expiresAt: z.nullable(z.string()),
      /** `null`: every model. */
      models: z.nullable(z.array(z.string())),
    }),
  ),
})

export type RemainingBudget = z.infer<typeof remainingBudgetSchema>

export const getBudget = {
  method: 'GET',
  path: '/api/budget',
  access: 'unlocked',
  answer: remainingBudgetSchema,
} satisfies Contract
