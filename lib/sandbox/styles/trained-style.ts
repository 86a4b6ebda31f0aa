import 'server-only'
import * as z from 'zod'
import type { Call, Context } from '../context'
import { endOf } from '../jobs/timeline'

const trainedSchema = z.object({
  id: z.string(),
  owner: z.string(),
  jobId: z.string(),
  title: z.string(),
  prompt: z.string(),
  models: z.array(z.string()),
  urls: z.array(z.string()),
  cover_url: z.string().nullable(),
  public: z.boolean(),
  isShared: z.boolean(),
  hasLink: z.boolean(),
  created_at: z.string(),
})

/** A style that somebody trained, as the store has it. */
export type TrainedStyle = z.infer<typeof trainedSchema>

const fileName = (id: string) => `style-${id}.json`

export const writeTrained = ({ store }: Context, style: TrainedStyle): Promise<void> =>
  store.write(fileName(style.id), Buffer.from(JSON.stringify(style)))

/** All that this token may see and that are ready: its own, and public ones. */
export async function listTrained(context: Context, call: Call): Promise<TrainedStyle[]> {
  const names = await context.store.list('style-')
  const found = await Promise.all(names.map((name) => readTrained(context, name)))
  const visible = found
    .filter((style) => style !== null)
    .filter(({ owner, public: isPublic }) => owner === call.owner || isPublic)
  const ready = await Promise.all(visible.map((style) => isReady(context, style)))
  return visible
    .filter((_, index) => ready[index])
    .toSorted((a, b) => (a.created_at < b.created_at ? 1 : -1))
}

async function readTrained({ store }: Context, name: string): Promise<TrainedStyle | null> {
  const bytes = await store.read(name)
  return bytes && (trainedSchema.safeParse(JSON.parse(bytes.toString())).data ?? null)
}

/** Its training has succeeded. */
async function isReady({ log, now }: Context, { jobId }: TrainedStyle): Promise<boolean> {
  const { job, mark } = await log.find(jobId)
  if (job === null) return true
  return mark?.mark !== 'cancelled' && job.facts.ending === 'completed' && now() >= endOf(job.facts)
}
