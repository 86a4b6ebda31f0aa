import * as z from 'zod/mini'
import type { Contract } from './contract'

const maxQueryLength = 200

/** Krea knows styles without a name, and without a picture. */
const styleSchema = z.object({
  id: z.string(),
  name: z.nullable(z.string()),
  imageUrl: z.nullable(z.string()),
})

export type Style = z.infer<typeof styleSchema>

export const getStyles = {
  method: 'GET',
  path: '/api/styles',
  access: 'unlocked',
  query: z.object({
    q: z.optional(
      z.pipe(
        z.string(),
        z.transform((text: string) => text.trim().slice(0, maxQueryLength)),
      ),
    ),
  }),
  answer: z.object({ styles: z.array(styleSchema) }),
} satisfies Contract
