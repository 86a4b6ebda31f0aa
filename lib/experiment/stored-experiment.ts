import * as z from 'zod/mini'
import { definitionSchema } from './definition'
import { verdictsSchema } from './judge/verdicts'

/** An experiment as the library and a backup keep it. */
export const storedExperimentSchema = z.object({
  /** The id of its definition. */
  id: z.string(),
  /** In ms since 1970. */
  createdAt: z.number(),
  definition: definitionSchema,
  verdicts: verdictsSchema,
})

export type StoredExperiment = z.infer<typeof storedExperimentSchema>
