import { expect } from '@playwright/test'
import * as z from 'zod'

export const auth = { authorization: 'Bearer any:token' }

const jobSchema = z.looseObject({
  job_id: z.string(),
  status: z.string(),
  type: z.string(),
  created_at: z.string(),
  completed_at: z.string().nullish(),
  result: z.unknown().optional(),
})

export type WireJob = z.infer<typeof jobSchema>

export const finalUrl = (job: WireJob): string =>
  z.object({ urls: z.array(z.string()).length(1) }).parse(job.result).urls[0] ?? ''

export async function post(server: string, path: string, body: unknown): Promise<Response> {
  return fetch(server + path, {
    method: 'POST',
    headers: { ...auth, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

export async function submit(server: string, model: string, body: unknown): Promise<WireJob> {
  const answer = await post(server, `/generate/${model}`, body)
  expect(answer.status, await answer.clone().text()).toBe(200)
  return jobSchema.parse(await answer.json())
}

export async function getJob(server: string, id: string): Promise<WireJob> {
  const answer = await fetch(`${server}/jobs/${id}`, { headers: auth })
  return jobSchema.parse(await answer.json())
}

export async function ended(server: string, id: string): Promise<WireJob> {
  let job = await getJob(server, id)
  await expect
    .poll(
      async () => {
        job = await getJob(server, id)
        return job.status
      },
      { intervals: [10, 20, 50] },
    )
    .toMatch(/completed|failed|cancelled/)
  return job
}

export async function upload(server: string, bytes: Buffer, type: string, name: string) {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], name, { type }))
  form.set('description', 'a test')
  return fetch(`${server}/assets`, { method: 'POST', headers: auth, body: form })
}
