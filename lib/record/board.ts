import * as z from 'zod/mini'
import { timeSchema } from './record'

/** A named collection of records; a record may be on several. */
export const boardSchema = z.object({ id: z.string(), name: z.string(), createdAt: timeSchema })

export type Board = z.infer<typeof boardSchema>
