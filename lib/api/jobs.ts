import { placed } from '../base-path'
import type { Input } from '../catalog/field'
import type { Job } from '../contract/jobs'
import { jobAnswerSchema, jobsAnswerSchema } from '../contract/jobs-schema'
import { request } from './request'

export const jobPath = (id: string) => `/api/jobs/${encodeURIComponent(id)}`

/** Where a picture of Krea's is read through our server, for `requestBlob`. */
export const imagePath = (url: string) => `/api/images?url=${encodeURIComponent(url)}`

/** The same, for an element of the page. */
export const imageAddress = (url: string) => placed(imagePath(url))

type Order = { model: string; input: Input; webhookUrl?: string }

/** @param key the same key again gives the same job, and nothing is sent to Krea. */
export async function postJob(key: string, { model, input, webhookUrl }: Order): Promise<Job> {
  const answer = await request('/api/jobs', jobAnswerSchema, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify({ model, input, webhookUrl }),
    about: [key],
  })
  return answer.job
}

export async function cancelJob(id: string): Promise<Job> {
  return (await request(jobPath(id), jobAnswerSchema, { method: 'DELETE', about: [id] })).job
}

/** At most 100 jobs in one request: null for what Krea does not know, nothing for what could not be read. */
export async function readJobs(ids: string[]): Promise<Map<string, Job | null>> {
  const query = ids.map(encodeURIComponent).join(',')
  const answer = await request(`/api/jobs?ids=${query}`, jobsAnswerSchema, { about: ids })
  return new Map<string, Job | null>([
    ...answer.missing.map((id) => [id, null] as const),
    ...answer.jobs.map((job) => [job.id, job] as const),
  ])
}

export async function readJob(id: string): Promise<Job> {
  return (await request(jobPath(id), jobAnswerSchema, { about: [id] })).job
}
