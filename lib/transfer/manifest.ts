import * as z from 'zod/mini'
import { storedExperimentSchema } from '../experiment/stored-experiment'
import { boardSchema } from '../record/board'

export const manifestName = 'backup.json'
export const manifestVersion = 1

const format = z.literal('krea-playground-backup')

/** The first file of a backup. */
export const manifestSchema = z.object({
  format,
  version: z.literal(manifestVersion),
  madeAt: z.string(),
  boards: z.array(boardSchema),
  /** With the verdicts on their pictures. */
  experiments: z._default(z.array(storedExperimentSchema), []),
})

export type Manifest = z.infer<typeof manifestSchema>

/** Enough of a manifest of any version to tell a newer one. */
export const anyManifestSchema = z.object({ format, version: z.number() })
