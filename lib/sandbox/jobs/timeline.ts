import 'server-only'
import type { JobFacts } from './job-code'

/** Where a job stands: Krea's word for it, and which intermediate picture there is (0 for none). */
export type Moment = { status: string; step: number }

/** The steps of a hosted model that give a picture, as parts of its duration. */
export const stepsAt = [0.26, 0.38, 0.5, 0.64, 0.8]

export const stepCount = stepsAt.length

const startOf = (facts: JobFacts): number => facts.createdAt + (facts.backlog * facts.duration) / 2

export const endOf = (facts: JobFacts): number => Math.ceil(startOf(facts) + facts.duration)

/** @param now milliseconds since 1970, as `Date.now` gives. */
export function momentOf(facts: JobFacts, now: number): Moment {
  if (now >= endOf(facts)) return { status: endStatus(facts), step: stepCount }
  const part = (now - startOf(facts)) / facts.duration
  if (part < 0) return { status: 'backlogged', step: 0 }
  if (part < 0.06) return { status: 'queued', step: 0 }
  if (part < 0.12) return { status: 'scheduled', step: 0 }
  if (part < 0.2 || facts.external) return { status: 'processing', step: 0 }
  const step = stepsAt.filter((at) => part >= at).length
  return { status: step === 0 ? 'sampling' : 'intermediate-complete', step }
}

/** Whether picture `step` is there yet; `null` asks for the final one. */
export function hasPicture(facts: JobFacts, step: number | null, now: number): boolean {
  if (step === null) return facts.ending === 'completed' && now >= endOf(facts)
  return !facts.external && step >= 1 && step <= momentOf(facts, now).step
}

function endStatus({ ending }: JobFacts): string {
  return ending === 'nsfw' || ending === 'failed' ? 'failed' : 'completed'
}
