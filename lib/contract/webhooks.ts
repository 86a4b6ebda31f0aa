import * as z from 'zod/mini'
import type { Contract } from './contract'

/** Krea says that a job has ended. Anyone could say so: it only makes us read the job again. */
export const postWebhook = {
  method: 'POST',
  path: '/api/webhooks/[hook]',
  access: 'open',
  params: z.object({ hook: z.string() }),
  answer: null,
} satisfies Contract
