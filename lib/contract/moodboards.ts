import * as z from 'zod/mini'
import type { Contract } from './contract'

const moodboardSchema = z.object({
  id: z.string(),
  name: z.nullable(z.string()),
  description: z.nullable(z.string()),
  imageUrls: z.array(z.string()),
})

export type Moodboard = z.infer<typeof moodboardSchema>

/** Krea's public moodboards. Krea does not document this list, so it may be missing. */
export const getMoodboards = {
  method: 'GET',
  path: '/api/moodboards',
  access: 'unlocked',
  query: z.object({
    q: z.optional(z.string().check(z.maxLength(200))),
    cursor: z.optional(z.string().check(z.maxLength(1_000))),
  }),
  answer: z.object({ moodboards: z.array(moodboardSchema), cursor: z.nullable(z.string()) }),
} satisfies Contract
