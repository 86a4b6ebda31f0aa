import { expect, test } from '@playwright/test'
import { ApiError } from '@/lib/contract/errors'
import { toJob } from '@/lib/krea/job'
import {
  memorySubmissionStore,
  type SubmissionStore,
} from '@/lib/server/submissions/submission-store'
import { createSubmissions } from '@/lib/server/submissions/submissions'
import { testClient } from '../../fixtures/krea/krea-client'
import { newJob, type WireJob } from '../../fixtures/krea/krea-server'

const model = 'image/bfl/flux-1-dev'
const start = Date.parse('2026-10-09T10:00:00Z')

/** A Krea in memory whose POSTs end when, and as, the test says. */
function scene(store = memorySubmissionStore()) {
  const clock = { now: start }
  const jobs: WireJob[] = []
  const posts: { answer: (job: WireJob) => void; lose: () => void }[] = []
  let looks = 0
  const list = () => {
    looks += 1
    return Response.json({ items: jobs, next_cursor: null })
  }
  const post = () =>
    new Promise<Response>((resolve, reject) => {
      posts.push({
        answer: (job) => resolve(Response.json(job)),
        lose: () => reject(new TypeError('fetch failed')),
      })
    })
  const { client } = testClient('https://krea.test', {
    now: () => clock.now,
    fetch: async (_, { method }) => (method === 'POST' ? post() : list()),
  })
  const make = (at = clock.now) => {
    const job = { ...newJob(), created_at: new Date(at).toISOString() }
    jobs.unshift(job)
    return job
  }
  const { submit, refuse } = createSubmissions(store, {
    now: () => clock.now,
    sleep: async () => {},
  })
  const ask = (key: string, prompt = 'x', beforeClaim = async () => {}) =>
    submit({ ...free, key, model, input: { prompt }, client, beforeClaim })
  const sent = async (count: number) => expect.poll(() => posts.length).toBe(count)
  const looked = async () => expect.poll(() => looks).toBeGreaterThan(0)
  return { clock, jobs, posts, make, ask, refuse, sent, looked }
}

/** What nobody counts here. */
const free = { visitor: 'v', passId: null, micros: 0, exact: true, hook: '' }

const unknown = { code: 'submit_unknown', charged: 'unknown' }

test('a job in the answer to another submission is not assigned to a lost one', async () => {
  const { posts, make, ask, sent, looked } = scene()
  const lost = ask('a')
  await sent(1)
  const answered = ask('b')
  await sent(2)
  const job = make()
  posts[0]?.lose()
  await looked()
  posts[1]?.answer(job)
  await expect(lost).rejects.toMatchObject(unknown)
  expect((await answered).job.id).toBe(job.job_id)
})

test('of two possible jobs none is assigned', async () => {
  const { posts, make, ask, sent } = scene()
  const lost = ask('a')
  await sent(1)
  make()
  make()
  posts[0]?.lose()
  await expect(lost).rejects.toMatchObject(unknown)
})

test('of two submissions lost at the same moment neither gets the one job', async () => {
  const { posts, make, ask, sent } = scene()
  const both = Promise.allSettled([ask('a'), ask('b')])
  await sent(2)
  make()
  posts[0]?.lose()
  posts[1]?.lose()
  expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})

for (const [when, madeAt] of [
  ['before it was sent', start - 5_000],
  ['after its answer was lost', start + 35_000],
] as const)
  test(`a job made ${when} is not assigned`, async () => {
    const { clock, posts, make, ask, sent } = scene()
    const lost = ask('a')
    await sent(1)
    clock.now += 30_000
    make(madeAt)
    posts[0]?.lose()
    await expect(lost).rejects.toMatchObject(unknown)
  })

test('the store gives a job to one key only', async () => {
  const store = memorySubmissionStore()
  const job = toJob(newJob(), start)
  expect([await store.accept('a', job), await store.accept('b', job)]).toEqual([true, false])
})

test('a job made while the submission waited for its answer is assigned, however long that took', async () => {
  const { clock, posts, make, ask, sent } = scene()
  const lost = ask('a')
  await sent(1)
  const job = make(start + 10_000)
  clock.now += 30_000
  posts[0]?.lose()
  expect((await lost).job.id).toBe(job.job_id)
})

test('a job has one owner: it is not assigned to a second lost submission', async () => {
  const { posts, make, ask, sent } = scene()
  const first = ask('a')
  await sent(1)
  make()
  posts[0]?.lose()
  await first
  const second = ask('b')
  await sent(2)
  posts[1]?.lose()
  await expect(second).rejects.toMatchObject(unknown)
})

test('the order of names in the settings does not matter to a key', async () => {
  const { posts, make, ask, sent } = scene()
  const first = ask('a')
  await sent(1)
  posts[0]?.answer(make())
  expect((await ask('a')).job).toEqual((await first).job)
  await expect(ask('a', 'y')).rejects.toMatchObject({ code: 'invalid_request' })
})

/** A store of which the named methods fail until it is mended. */
function failing(...names: (keyof SubmissionStore)[]) {
  const works = memorySubmissionStore()
  const store = { ...works }
  const fail = async () => {
    throw Object.assign(new Error('Failed query'), { query: '', code: '57P01' })
  }
  const broken = { claim: fail, get: fail, accept: fail, markUnknown: fail, release: fail }
  return {
    store,
    break: () =>
      Object.assign(
        store,
        Object.fromEntries(names.map((name) => [name, Reflect.get(broken, name)])),
      ),
    mend: () => Object.assign(store, works),
  }
}

test('a store that fails after the job was made: never “not charged”, and the same key finds the job', async () => {
  const ledger = failing('claim', 'get', 'accept', 'markUnknown', 'release')
  const { posts, jobs, make, ask, sent } = scene(ledger.store)
  const first = ask('a')
  await sent(1)
  ledger.break()
  const job = make()
  jobs.length = 0
  posts[0]?.answer(job)
  await expect(first).rejects.toMatchObject(unknown)
  await expect(ask('a'), 'while it fails').rejects.toMatchObject(unknown)
  ledger.mend()
  expect((await ask('a')).job.id, 'though Krea’s list does not have it yet').toBe(job.job_id)
  expect(posts).toHaveLength(1)
})

test('a store that fails for a moment after the job was made costs nobody the job', async () => {
  const store = memorySubmissionStore()
  const { accept } = store
  store.accept = async () => {
    store.accept = accept
    throw new Error('the connection broke')
  }
  const { posts, make, ask, sent } = scene(store)
  const first = ask('a')
  await sent(1)
  const job = make()
  posts[0]?.answer(job)
  expect((await first).job.id).toBe(job.job_id)
})

test('a mistake of our own once the POST may have left is not told as “not charged”', async () => {
  const store = memorySubmissionStore()
  store.markUnknown = async () => {
    throw new Error('no disk')
  }
  const { posts, ask, sent } = scene(store)
  const lost = ask('a')
  await sent(1)
  posts[0]?.lose()
  await expect(lost).rejects.toMatchObject(unknown)
})

for (const [what, broken, wasSent, charged] of [
  ['cannot be read at all', ['claim', 'get'], false, 'unknown'],
  ['cannot be read at all', ['claim', 'get'], true, 'unknown'],
  ['cannot be written, and shows its row', ['claim'], true, 'unknown'],
  ['cannot be written, and shows that it is new', ['claim'], false, 'no'],
] as const)
  test(`a key ${wasSent ? 'that another process sent' : 'of nobody'} whose store ${what}: “try later”, and the charge is “${charged}”`, async () => {
    const ledger = failing(...broken)
    const elsewhere = scene(ledger.store)
    const lost = wasSent && elsewhere.ask('a').catch(() => undefined)
    await elsewhere.sent(wasSent ? 1 : 0)
    ledger.break()
    const { ask, posts } = scene(ledger.store)
    await expect(ask('a')).rejects.toMatchObject({ code: 'unavailable', charged })
    expect(posts).toEqual([])
    ledger.mend()
    elsewhere.posts[0]?.lose()
    await lost
  })

test('what is refused before it is submitted says “not charged” only of a key that was never sent', async () => {
  const ledger = failing('get')
  const { posts, make, ask, refuse, sent } = scene(ledger.store)
  const first = ask('a')
  await sent(1)
  posts[0]?.answer(make())
  await first
  const gone = new ApiError('unknown_model')
  const refusalOf = (key: string) => refuse(key)(gone).catch((error: unknown) => error)
  expect(await refusalOf('a')).toMatchObject({ code: 'unknown_model', charged: 'unknown' })
  expect(await refusalOf('b')).toMatchObject({ code: 'unknown_model', charged: 'no' })
  ledger.break()
  expect(await refusalOf('b')).toMatchObject({ code: 'unknown_model', charged: 'unknown' })
})

test('a refused visitor claims nothing; a repeat of a key is not refused', async () => {
  const store = memorySubmissionStore()
  const claims: string[] = []
  const { claim } = store
  store.claim = (key, ...rest) => {
    claims.push(key)
    return claim(key, ...rest)
  }
  const { posts, make, ask, sent } = scene(store)
  const first = ask('a')
  await sent(1)
  const job = make()
  posts[0]?.answer(job)
  await first
  const again = scene(store)
  const refuse = async () => {
    throw new ApiError('rate_limited')
  }
  await expect(again.ask('b', 'x', refuse)).rejects.toMatchObject({ code: 'rate_limited' })
  expect(claims).toEqual(['a'])
  expect((await again.ask('a', 'x', refuse)).job.id).toBe(job.job_id)
})

test('a lost answer is found beside a job of the same moment that was answered', async () => {
  const { posts, make, ask, sent } = scene()
  const answered = ask('a')
  await sent(1)
  posts[0]?.answer(make())
  await answered
  const lost = ask('b')
  await sent(2)
  const job = make()
  posts[1]?.lose()
  expect((await lost).job.id).toBe(job.job_id)
})
