import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import {
  decodeJob,
  decodeUnlogged,
  encodeJob,
  endings,
  type JobFacts,
} from '../../../lib/sandbox/jobs/job-code'
import { endOf, hasPicture, momentOf } from '../../../lib/sandbox/jobs/timeline'
import { randomFrom } from '../../../lib/sandbox/paint/random'
import { createSigner } from '../../../lib/sandbox/signer'

const signer = createSigner('a key')
const encode = (facts: JobFacts) => encodeJob(facts, signer)
const decode = (id: string) => decodeJob(id, signer)
const random = randomFrom(7)
const below = (limit: number) => Math.floor(random() * limit)

const anyJob = (): JobFacts => ({
  createdAt: Date.UTC(2026, 0, 1) + below(2 ** 33) * 16,
  duration: Math.round(10 * 1.25 ** below(64)),
  backlog: below(8),
  ending: endings[below(4)] ?? 'completed',
  external: random() < 0.5,
  enhance: random() < 0.5,
  width: 1 + below(8192),
  height: 1 + below(8192),
  seed: below(2 ** 20),
  subject: below(32),
  palette: below(16),
  tint: random() < 0.5 ? null : below(256),
})

const job: JobFacts = {
  ...anyJob(),
  createdAt: Date.UTC(2026, 9, 1),
  duration: decode(encode({ ...anyJob(), duration: 10_000 }))?.duration ?? 0,
  backlog: 2,
  ending: 'completed',
  external: false,
}

test('a job id carries every fact of its job, and is a UUID version 8', () => {
  const jobs = Array.from({ length: 2000 }, anyJob)
  const ids = jobs.map(encode)
  const uuid8 = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
  expect(ids.filter((id) => !uuid8.test(id))).toEqual([])
  expect(ids.map(decode)).toEqual(jobs)
})

test('a duration between two steps is kept to within 12 percent', () => {
  for (const duration of [10, 37, 6000, 7000, 18_000, 432_000]) {
    const kept = decode(encode({ ...job, duration }))?.duration ?? 0
    expect(Math.abs(kept / duration - 1)).toBeLessThan(0.125)
  }
})

test('other UUIDs are no jobs, and hardly any of another key', () => {
  const ids = Array.from({ length: 1000 }, () => randomUUID())
  expect(ids.filter((id) => decode(id))).toEqual([])
  expect(decode('not-a-uuid')).toBeNull()
  const other = createSigner('another key')
  const foreign = Array.from({ length: 4000 }, () => encodeJob(anyJob(), other))
  expect(foreign.filter((id) => decode(id)).length).toBeLessThan(20)
})

test('of 4,000 ids of another key none stands for a job of now, and none was chosen', () => {
  const other = createSigner('another key')
  const now = Date.UTC(2026, 9, 1)
  const made = Array.from({ length: 4_000 }, () =>
    encodeJob({ ...job, width: 8192, height: 8192 }, other),
  )
  expect(made.filter((id) => decodeUnlogged(id, signer, now))).toEqual([])
  const large = made.flatMap((id) => decode(id) ?? []).filter(({ width }) => width === 8192)
  expect(large).toEqual([])
  expect(decodeUnlogged(encode(job), signer, job.createdAt + 1_000)).toEqual(job)
})

test('a single changed digit makes another id, which is no job', () => {
  const flipped = encode(job).replace(/.$/, (last) => (last === '0' ? '1' : '0'))
  expect(decode(flipped)).toBeNull()
})

test('a hosted job waits, runs, shows five pictures and completes', () => {
  const at = (part: number) => momentOf(job, job.createdAt + job.duration * (1 + part))
  expect(at(-0.5)).toEqual({ status: 'backlogged', step: 0 })
  expect(at(0)).toEqual({ status: 'queued', step: 0 })
  expect(at(0.1)).toEqual({ status: 'scheduled', step: 0 })
  expect(at(0.15)).toEqual({ status: 'processing', step: 0 })
  expect(at(0.25)).toEqual({ status: 'sampling', step: 0 })
  expect([0.3, 0.4, 0.55, 0.7, 0.9].map((part) => at(part).step)).toEqual([1, 2, 3, 4, 5])
  expect(at(0.5).status).toBe('intermediate-complete')
  expect(at(1).status).toBe('completed')
})

test('an external job has no intermediate picture', () => {
  const external = { ...job, external: true, backlog: 0 }
  const now = job.createdAt + job.duration * 0.9
  expect(momentOf(external, now)).toEqual({ status: 'processing', step: 0 })
  expect(hasPicture(external, 1, now)).toBe(false)
})

test('a picture is there from its moment on, and never for a job that fails', () => {
  const end = endOf(job)
  expect(hasPicture(job, null, end - 1)).toBe(false)
  expect(hasPicture(job, null, end)).toBe(true)
  expect(hasPicture(job, 1, job.createdAt)).toBe(false)
  expect(hasPicture(job, 6, end)).toBe(false)
  expect(hasPicture({ ...job, ending: 'nsfw' }, null, end)).toBe(false)
  expect(momentOf({ ...job, ending: 'failed' }, end).status).toBe('failed')
})
