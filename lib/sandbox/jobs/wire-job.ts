import 'server-only'
import type { Mark } from '../registry'
import type { JobFacts } from './job-code'
import { endOf, momentOf } from './timeline'

export type WireJob = Record<string, unknown> & { job_id: string; status: string }

export const typeOf = (facts: JobFacts): string =>
  facts.external ? 'externalImage' : facts.enhance ? 'enhance' : 'image'

const pictureUrl = (base: string, id: string, step: number | null): string =>
  `${base}/public/${id}-${step === null ? 'image' : `step-${step}`}.png`

/** A job as `GET /jobs/{id}` tells it at an instant. */
export function wireJob(
  id: string,
  facts: JobFacts,
  mark: Mark | null,
  now: number,
  base: string,
): WireJob {
  const common = {
    job_id: id,
    type: typeOf(facts),
    created_at: new Date(facts.createdAt).toISOString(),
    completed_at: null,
    result: null,
  }
  if (mark) return { ...common, status: 'cancelled', completed_at: new Date(mark.at).toISOString() }
  const { status, step } = momentOf(facts, now)
  if (now < endOf(facts)) {
    const preview = step > 0 ? inSomeShape(facts.seed, pictureUrl(base, id, step)) : {}
    return { ...common, status, ...preview }
  }
  return { ...common, status, completed_at: new Date(endOf(facts)).toISOString(), ...ended() }

  function ended(): Record<string, unknown> {
    switch (facts.ending) {
      case 'completed':
        return { result: { urls: [pictureUrl(base, id, null)] } }
      case 'empty':
        return { result: {} }
      case 'nsfw':
        return { error: { code: 'nsfw', message: 'The content was flagged as not safe for work.' } }
      case 'failed':
        return {}
      default:
        return facts.ending satisfies never
    }
  }
}

/** Krea has four ways to give a URL; each job keeps to one of them while it runs. */
function inSomeShape(seed: number, url: string): Record<string, unknown> {
  switch (seed % 4) {
    case 0:
      return { result: { urls: [url] } }
    case 1:
      return { result: { urls: [{ type: 'image', url }] } }
    case 2:
      return { result: { urls: { preview: url } } }
    default:
      return { urls: [url] }
  }
}
