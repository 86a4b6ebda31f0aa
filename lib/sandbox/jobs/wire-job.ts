import 'server-only'
import type { FoundJob } from './find-job'
import { endOf, momentOf } from './timeline'

export type WireJob = Record<string, unknown> & { job_id: string; status: string }

/** As the POST answers it, before anything has happened. */
export const newWireJob = (found: FoundJob, now: number, base: string): WireJob => ({
  completed_at: null,
  result: null,
  ...wireJob(found, now, base),
})

/** A job as `GET /jobs/{id}` shows it at an instant. Members that it does not have yet are absent. */
export function wireJob({ job, mark }: FoundJob, now: number, base: string): WireJob {
  const { id, facts, type, format } = job
  const common = { job_id: id, type, created_at: new Date(facts.createdAt).toISOString() }
  if (mark) return { ...common, status: 'cancelled', completed_at: isoTime(mark.at) }
  const { status, step } = momentOf(facts, now)
  if (now < endOf(facts)) {
    const hasPreview = step > 0 && job.styleId === undefined
    const preview = `${base}/public/${id}-step-${step}.png`
    return { ...common, status, ...(hasPreview && inSomeShape(facts.seed, preview)) }
  }
  return { ...common, status, completed_at: isoTime(endOf(facts)), ...end() }

  function end(): Record<string, unknown> {
    switch (facts.ending) {
      case 'completed':
        return { result: resultOf(job, `${base}/public/${id}-image.${format}`) }
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

function resultOf({ styleId, output }: FoundJob['job'], url: string): Record<string, unknown> {
  if (styleId !== undefined) return { style_id: styleId }
  return { urls: output === undefined ? [url] : { [output]: url } }
}

const isoTime = (time: number) => new Date(time).toISOString()

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
