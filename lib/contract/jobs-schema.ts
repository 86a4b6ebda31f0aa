import * as z from 'zod/mini'

/** What `/api/jobs` answers. `status` is Krea's own word, kept even when we have never seen it. */
export const jobSchema = z.object({
  id: z.string(),
  status: z.string(),
  phase: z.enum(['pending', 'succeeded', 'failed', 'cancelled']),
  createdAt: z.string(),
  completedAt: z.nullable(z.string()),
  images: z.array(z.object({ url: z.string(), kind: z.enum(['final', 'preview']) })),
  /** Whether another provider runs it, which may take hours. Missing where Krea does not say. */
  external: z.optional(z.boolean()),
  error: z.nullable(
    z.object({
      code: z.string(),
      message: z.string(),
      charged: z.enum(['no', 'yes', 'unknown']),
    }),
  ),
})

export const jobAnswerSchema = z.object({ job: jobSchema })
export const jobsAnswerSchema = z.object({
  jobs: z.array(jobSchema),
  missing: z.array(z.string()),
})
