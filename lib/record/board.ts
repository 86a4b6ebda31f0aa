import * as z from 'zod/mini'

/** A named collection; a record may lie on several. */
export const boardSchema = z.object({ id: z.string(), name: z.string(), createdAt: z.number() })

export type Board = z.infer<typeof boardSchema>
