import * as z from 'zod/mini'
import { createStored } from '@/lib/browser/stored'

const trainingSchema = z.object({
  /** The `Idempotency-Key` it was sent with. */
  key: z.string(),
  jobId: z.string(),
  name: z.string(),
  startedAt: z.number(),
})

export type StartedTraining = z.infer<typeof trainingSchema>

const maxTrainings = 20

/** The trainings that this browser started, newest first. */
export const trainings = createStored('style-trainings', z.array(trainingSchema), [])

export const addTraining = (training: StartedTraining) =>
  trainings.write([training, ...trainings.read()].slice(0, maxTrainings))

export const removeTraining = (jobId: string) =>
  trainings.write(trainings.read().filter((training) => training.jobId !== jobId))
