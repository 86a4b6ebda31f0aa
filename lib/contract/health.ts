import * as z from 'zod/mini'
import type { Contract } from './contract'

export const getHealth = {
  method: 'GET',
  path: '/api/health',
  access: 'open',
  answer: z.object({
    ok: z.boolean(),
    mode: z.enum(['krea', 'sandbox']),
    /** Whether this visitor has to unlock first. */
    locked: z.boolean(),
    /** Where the ledger is stored; `null` where none is kept. */
    ledger: z.nullable(z.enum(['postgres', 'files', 'memory', 'closed'])),
    /** Where reviews keep their pictures; `none`: there is no place that lasts. */
    reviews: z.enum(['folder', 's3', 'blob', 'postgres', 'none']),
    /** In sentences, what does not work as it should. */
    degraded: z.array(z.string()),
    version: z.string(),
  }),
} satisfies Contract
