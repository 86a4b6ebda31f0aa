import * as z from 'zod/mini'

/** A named collection of records; a record may be on several. */
export const boardSchema = z.object({ id: z.string(), name: z.string(), createdAt: z.number() })

export type Board = z.infer<typeof boardSchema>
