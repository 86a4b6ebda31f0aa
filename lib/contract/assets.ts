import * as z from 'zod/mini'
import type { Contract } from './contract'

/** The body is a form with the picture in the field `file`. */
export const postAsset = {
  method: 'POST',
  path: '/api/assets',
  access: 'unlocked',
  answer: z.object({
    asset: z.object({
      id: z.string(),
      url: z.url(),
      width: z.number(),
      height: z.number(),
      bytes: z.number(),
      type: z.string(),
    }),
  }),
} satisfies Contract
