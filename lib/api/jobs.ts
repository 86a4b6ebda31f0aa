import { placed } from '../base-path'
import type { Input } from '../catalog/field'
import * as contract from '../contract/jobs'
import { call } from './call'

type Job = contract.Job

export const jobPath = (id: string) => `/api/jobs/${encodeURIComponent(id)}`

/** Where a picture of Krea's is read through our server, for `requestBlob`. */
export const imagePath = (url: string) => `/api/images?url=${encodeURIComponent(url)}`

/** The same, for an element of the page. */
export const imageAddress = (url: string) => placed(imagePath(url))

type JobRequest = { model: string; input: Input; webhookUrl?: string }

/** @param key the same key again gives the same job, and nothing is sent to Krea. */
export async function postJob(key: string, body: JobRequest): Promise<Job> {
  const headers = { 'Idempotency-Key': key }
  return (await call(contract.postJob, { body }, { headers, about: [key] })).job
}

export async function cancelJob(id: string): Promise<Job> {
  return (await call(contract.cancelJob, { params: { id } }, { about: [id] })).job
}

/** At most 100 jobs in one request: null for what Krea does not know, nothing for what could not be read. */
export async function readJobs(ids: string[]): Promise<Map<string, Job | null>> {
  const answer = await call(contract.getJobs, { query: { ids: ids.join(',') } }, { about: ids })
  return new Map<string, Job | null>([
    ...answer.missing.map((id) => [id, null] as const),
    ...answer.jobs.map((job) => [job.id, job] as const),
  ])
}

export async function readJob(id: string): Promise<Job> {
  return (await call(contract.getJob, { params: { id } }, { about: [id] })).job
}
