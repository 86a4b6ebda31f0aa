import type { Job } from '@/lib/contract/jobs'
import { logNormal } from './random'

/** `published`: the seconds that Krea names, if it does. `share`: how many of a day's jobs are of this kind. */
type Kind = {
  name: string
  seconds: number
  published: number | null
  hosted: boolean
  share: number
}

/** A working day's jobs. Some models are quicker than published, of some nothing is published. */
const kinds: Kind[] = [
  { name: 'hosted', seconds: 7, published: 7, hosted: true, share: 40 },
  { name: 'hosted-large', seconds: 14, published: 12, hosted: true, share: 15 },
  { name: 'hosted-quick', seconds: 1.4, published: 7, hosted: true, share: 5 },
  { name: 'hosted-unpublished', seconds: 9, published: null, hosted: true, share: 5 },
  { name: 'external', seconds: 20, published: 18, hosted: false, share: 20 },
  { name: 'external-slow', seconds: 60, published: 50, hosted: false, share: 10 },
  { name: 'external-unpublished', seconds: 15, published: null, hosted: false, share: 5 },
]
const spread = 0.15
/** When a hosted model's pictures come, as parts of its duration. */
const picturesAt = [0.26, 0.38, 0.5, 0.64, 0.8]

/** Times in ms. `pictures`: when each picture on the way is there. */
export type MixedJob = { id: string; kind: Kind; start: number; end: number; pictures: number[] }

const lottery = kinds.flatMap((kind) => Array.from({ length: kind.share }, () => kind))

function kindAt(chance: number): Kind {
  const kind = lottery[Math.floor(chance * lottery.length)]
  if (!kind) throw new Error(`no kind of job has a share at ${chance}`)
  return kind
}

export function mixedJob(id: string, start: number, random: () => number): MixedJob {
  const kind = kindAt(random())
  const duration = logNormal(kind.seconds * 1000, spread, random)
  const pictures = kind.hosted ? picturesAt.map((part) => start + part * duration) : []
  return { id, kind, start, end: start + duration, pictures }
}

/** For how long picture `index` is the newest. */
export const standingMs = ({ pictures, end }: MixedJob, index: number): number =>
  (pictures[index + 1] ?? end) - (pictures[index] ?? 0)

/** The job as Krea shows it at an instant: with the newest picture alone. */
export function jobAt({ id, kind, start, end, pictures }: MixedJob, now: number): Job {
  const isDone = now >= end
  const step = pictures.filter((at) => at <= now).length
  const preview = { url: `https://krea.test/${id}-${step}.png`, kind: 'preview' as const }
  const picture = { url: `https://krea.test/${id}.png`, kind: 'final' as const }
  return {
    id,
    status: isDone ? 'completed' : step > 0 ? 'intermediate-complete' : 'processing',
    phase: isDone ? 'succeeded' : 'pending',
    createdAt: new Date(start).toISOString(),
    completedAt: isDone ? new Date(end).toISOString() : null,
    images: isDone ? [picture] : step > 0 ? [preview] : [],
    external: !kind.hosted,
    error: null,
  }
}
