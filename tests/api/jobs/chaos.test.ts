import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import * as z from 'zod'
import {
  answer,
  empty,
  html,
  huge,
  newJob,
  type Reply,
  redirect,
  resetBeforeBody,
  resetInBody,
  startKrea,
  truncated,
} from '../../fixtures/krea/krea-server'
import { model, postJob } from '../../fixtures/server/ask'
import { startPlayground } from '../../fixtures/server/playground'

const submissions = 100
const atOnce = 8

/** What becomes of the answer to a job that Krea did make, and to one that it did not. */
const lost = [resetBeforeBody, resetInBody, truncated, html(200), html(502), empty, huge(6_000_000)]
const refused = [
  answer(429, { error: 'busy' }, { 'Retry-After': '0' }),
  answer(429, { error: 'busy' }),
  answer(500, { error: 'oops' }),
  html(502),
  redirect('/elsewhere'),
  answer(402, { error: 'empty' }),
]

const bodySchema = z.object({ prompt: z.string() })
/** The id of the job, or the code of the error. */
const outcomeSchema = z.union([
  z.object({ job: z.object({ id: z.string() }) }).transform(({ job }) => job.id),
  z.object({ code: z.string() }).transform(({ code }) => code),
])

test('under chaos no job is made twice, given to the wrong key, or lost without a word', async () => {
  const krea = await startKrea()
  const playground = await startPlayground({
    KREA_API_BASE_URL: krea.url,
    RATE_LIMIT_PER_MINUTE: '100000',
  })
  /** The job ids that Krea made for each prompt, which is the key here. */
  const made = new Map<string, string[]>()
  let turn = 0
  const chaos: Reply = (response, seen) => {
    const { prompt } = bodySchema.parse(JSON.parse(seen.body))
    const make = () => {
      const job = krea.addJob(newJob())
      made.set(prompt, [...(made.get(prompt) ?? []), job.job_id])
      return job
    }
    turn += 1
    const kinds: (() => Reply)[] = [
      () => answer(200, make()),
      () => answer(200, make()),
      () => answer(200, make()),
      () => {
        make()
        return lost[turn % lost.length] ?? empty
      },
      () => refused[turn % refused.length] ?? empty,
    ]
    kinds[turn % kinds.length]?.()(response, seen)
  }
  krea.fault(/^POST \/generate/, chaos, Number.POSITIVE_INFINITY)

  const keys = Array.from({ length: submissions }, () => randomUUID())
  const outcomes = new Map<string, string[]>()
  const ask = async (key: string) => {
    const answered = await postJob(playground.url, {
      key,
      body: { model, input: { prompt: key } },
    })
    const outcome = outcomeSchema.parse(await answered.json())
    outcomes.set(key, [...(outcomes.get(key) ?? []), outcome])
  }
  const queue = [...keys, ...keys]
  const worker = async () => {
    for (let key = queue.shift(); key; key = queue.shift()) await ask(key)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  await playground.stop()
  await krea.stop()

  const jobsOf = (key: string) => made.get(key) ?? []
  const idsOf = (key: string) =>
    (outcomes.get(key) ?? []).filter((one) => /^[\da-f-]{36}$/.test(one))
  expect(keys.filter((key) => jobsOf(key).length > 1)).toEqual([])
  expect(keys.filter((key) => idsOf(key).some((id) => !jobsOf(key).includes(id)))).toEqual([])
  const silent = keys.filter(
    (key) =>
      jobsOf(key).length === 1 &&
      idsOf(key).length === 0 &&
      !outcomes.get(key)?.includes('submit_unknown'),
  )
  expect(silent).toEqual([])
  expect(keys.filter((key) => idsOf(key).length > 0).length).toBeGreaterThan(submissions / 2)
})
