import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import { isApiError } from '@/lib/contract/errors'
import type { OpenDatabase } from '@/lib/server/db/database'
import { migrate } from '@/lib/server/db/migrate'
import { openPostgres } from '@/lib/server/db/open-postgres'
import { submissions } from '@/lib/server/db/tables'
import { toUnavailable } from '@/lib/server/db/unavailable'
import { recordOutcome } from '@/lib/server/submissions/outcome'
import { createLedgerSubmissionStore } from '@/lib/server/submissions/submission-store-db'
import { createSubmissions } from '@/lib/server/submissions/submissions'
import { sweep } from '@/lib/server/submissions/sweep'
import { testClient } from '../../fixtures/krea/krea-client'
import { answer, type FakeKrea, startKrea } from '../../fixtures/krea/krea-server'
import { startLine } from '../../fixtures/server/cuttable-line'
import { purchase } from '../../fixtures/server/ledger'
import { openLocks } from '../../fixtures/server/locks'
import { type Postgres, postgresPrograms, startPostgres } from '../../fixtures/server/postgres'

test.describe.configure({ mode: 'default' })
const programs = postgresPrograms()
test.skip(programs === null, 'no Postgres on this machine')

const submitted = /^POST \/generate/

let postgres: Postgres
let hand: ReturnType<typeof openLocks>
let owner: ReturnType<typeof openLocks>
let line: Awaited<ReturnType<typeof startLine>>
let open: OpenDatabase
/** Over the line that is cut. */
let lined: OpenDatabase
let krea: FakeKrea
test.beforeAll(async () => {
  ;[postgres, krea] = await Promise.all([startPostgres(programs ?? ''), startKrea()])
  hand = openLocks(postgres.url)
  await hand.sql`create database ledger`
  const url = postgres.url.replace(/postgres$/, 'ledger')
  owner = openLocks(url)
  line = await startLine(Number(new URL(url).port))
  open = openPostgres(url)
  lined = openPostgres(url.replace(/:\d+\//, `:${line.port}/`))
  await migrate(open.db)
  await owner.sql.unsafe(`create function disk_full() returns trigger language plpgsql as
    $$ begin raise exception 'no space left on device' using errcode = '53100'; end $$`)
})
test.afterAll(async () => {
  await Promise.all([open.close(), lined.close(), owner.stop(), hand.stop(), krea.stop()])
  await Promise.all([line.stop(), postgres.stop()])
})

const endConnections = () =>
  hand.sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = 'ledger'`

/** `charged`: before the claim only a ledger that can be read shows that nobody sent the key. */
const faults = {
  'cannot be reached': { charged: /^unknown$/, begin: () => line.cut(), end: () => line.mend() },
  'stops and comes back': {
    charged: /^unknown$/,
    async begin() {
      await hand.sql`alter database ledger allow_connections false`
      await endConnections()
    },
    end: async () => void (await hand.sql`alter database ledger allow_connections true`),
  },
  'has no space': {
    charged: /^no$/,
    async begin() {
      await owner.sql`create trigger disk_full before insert or update or delete on submissions
        for each row execute function disk_full()`
    },
    end: async () => void (await owner.sql`drop trigger disk_full on submissions`),
  },
  'becomes a standby': {
    charged: /^(no|unknown)$/,
    async begin() {
      await hand.sql`alter database ledger set default_transaction_read_only = on`
      await endConnections()
    },
    async end() {
      await hand.sql`alter database ledger reset default_transaction_read_only`
      await endConnections()
    },
  },
}

const unknown = { code: 'submit_unknown', charged: 'unknown' }

const momentNames = [
  'before the claim',
  'between claim and POST',
  'while the POST is under way',
  'between answer and record',
] as const
type Moment = (typeof momentNames)[number]

/** The moment at which the database fails, and the words of the answer then. */
const answersOf = (charged: RegExp) => ({
  'before the claim': {
    answer: { code: 'unavailable', charged: expect.stringMatching(charged) },
    posts: 0,
  },
  'between claim and POST': { answer: unknown, posts: 1 },
  'while the POST is under way': { answer: unknown, posts: 1 },
  'between answer and record': { answer: unknown, posts: 1 },
})

/** Does something at one moment of a submission, and what happens at the others goes on as it is. */
function clientThat(act: Partial<Record<Moment, () => unknown>>) {
  const { client } = testClient(krea.url)
  const underWay = act['while the POST is under way']
  const createJob: typeof client.createJob = async (...of) => {
    await act['between claim and POST']?.()
    if (underWay)
      krea.fault(submitted, async (response, seen) => {
        const job = krea.addJob()
        await underWay()
        answer(200, job)(response, seen)
      })
    const job = await client.createJob(...of)
    await act['between answer and record']?.()
    return job
  }
  return { ...client, createJob }
}

/** Faults of the line are met by whoever uses it. */
const ledgerWith = (fault: string) => (/reached|again/.test(fault) ? lined : open)

const storeOn = (ledger: OpenDatabase, thawed = () => Promise.resolve()) =>
  createLedgerSubmissionStore({
    database: async () => {
      await thawed()
      return ledger.db
    },
    mode: 'krea',
    instance: randomUUID(),
    limits: { day: 1_000_000, visitor: null },
    now: Date.now,
    sleep: async () => undefined,
  })

function newOrder(ledger = open) {
  const store = storeOn(ledger)
  const { submit } = createSubmissions(store, { now: Date.now, sleep: async () => {} })
  return { submit, order: { ...purchase(), key: randomUUID(), beforeClaim: async () => {} } }
}

/** What a visitor hears: a job's id, or the code and the charge of an error. */
const answerOf = (submitted: Promise<{ job: { id: string } }>) =>
  submitted.then(
    ({ job }) => ({ code: 'job', id: job.id, charged: null }),
    (error: unknown) => {
      const known = isApiError(error) ? error : toUnavailable(error)
      return { code: known?.code, id: null, charged: known?.charged }
    },
  )

/** As if five seconds had gone by: whoever was sending is gone. */
const expireLease = (key: string) =>
  expect
    .poll(() =>
      owner.sql`update submissions set lease_until = now() - interval '1 second' where key = ${key}`.then(
        () => true,
        () => false,
      ),
    )
    .toBe(true)

/** One job and one row, however often it is asked for again. */
async function expectOnce(
  { submit, order }: ReturnType<typeof newOrder>,
  client: ReturnType<typeof clientThat>,
  before: number,
) {
  await expireLease(order.key)
  // A connection that ended may be noticed only when it is used.
  const repeat = async () => (await answerOf(submit({ ...order, client }))).id
  await expect.poll(repeat).not.toBeNull()
  const [id = ''] = [...krea.jobs.keys()].slice(-1)
  expect(await repeat()).toBe(id)
  expect(krea.count(submitted)).toBe(before + 1)
  const rows = await open.db.select().from(submissions).where(eq(submissions.jobId, id))
  expect(rows).toMatchObject([{ key: order.key, charged: 'reserved' }])
}

for (const [fault, { charged, begin, end }] of Object.entries(faults))
  for (const moment of momentNames)
    test(`a database that ${fault} ${moment}: one job, one row, and never a false “not charged”`, async () => {
      const client = clientThat({ [moment]: begin })
      const making = newOrder(ledgerWith(fault))
      const before = krea.count(submitted)
      const { answer, posts } = answersOf(charged)[moment]
      await (moment === 'before the claim' && begin())
      expect(await answerOf(making.submit({ ...making.order, client }))).toMatchObject(answer)
      expect(krea.count(submitted)).toBe(before + posts)
      await end()
      await expectOnce(making, clientThat({}), before)
    })

/** They are over at once: whoever meets them may notice or not. */
const hitches = {
  'is started again': async () => line.drop(),
  'ends every connection': async () => void (await endConnections()),
}

for (const [fault, begin] of Object.entries(hitches))
  for (const moment of momentNames)
    test(`a database that ${fault} ${moment}: one job, one row, and never a false “not charged”`, async () => {
      const client = clientThat({ [moment]: begin })
      const making = newOrder(ledgerWith(fault))
      const before = krea.count(submitted)
      await (moment === 'before the claim' && begin())
      const answer = await answerOf(making.submit({ ...making.order, client }))
      const sent = krea.count(submitted) - before
      const honest = [
        [0, 'unavailable', 'no'],
        [0, 'unavailable', 'unknown'],
        [1, 'submit_unknown', 'unknown'],
        [1, 'job', null],
      ]
      expect(honest).toContainEqual([sent, answer.code, answer.charged])
      await expectOnce(making, clientThat({}), before)
    })

const sweepAt = (client: ReturnType<typeof clientThat>, now: number, db = open.db) =>
  sweep({
    db,
    mode: 'krea',
    client,
    now,
    sleep: async () => {},
    lastReads: new LRUCache({ max: 100 }),
    onFailure: () => undefined,
  })

const chargedNow = async (jobId: string) => {
  const rows = await open.db.select().from(submissions).where(eq(submissions.jobId, jobId))
  return rows[0]?.charged
}

for (const [fault, { begin, end }] of Object.entries(faults))
  test(`a database that ${fault} when a job’s end is written, and in the sweep: settled once it is back`, async () => {
    const { client } = testClient(krea.url)
    const ledger = ledgerWith(fault)
    const store = storeOn(ledger)
    const { submit } = createSubmissions(store, { now: Date.now, sleep: async () => {} })
    const order = { ...purchase(), key: randomUUID(), client, beforeClaim: async () => {} }
    const { job } = await submit(order)
    const result = { urls: ['https://gen.krea.ai/1.png'] }
    krea.addJob({ ...krea.jobs.get(job.id), status: 'completed', result })
    const soon = Date.now() + 2 * 60_000
    const sweepOnce = () => sweepAt(client, soon, ledger.db)

    await begin()
    const written = recordOutcome(ledger.db, await client.getJob(job.id), soon)
    expect(toUnavailable(await written.catch((thrown: unknown) => thrown))).not.toBeNull()
    expect(toUnavailable(await sweepOnce().catch((thrown: unknown) => thrown))).not.toBeNull()
    await end()
    await expect
      .poll(() =>
        sweepOnce().then(
          () => chargedNow(job.id),
          () => null,
        ),
      )
      .toBe('yes')
  })

for (const [fault, begin] of Object.entries(hitches))
  test(`a database that ${fault} when a job’s end is written, and in the sweep: settled all the same`, async () => {
    const ledger = ledgerWith(fault)
    const { submit, order } = newOrder(ledger)
    const client = clientThat({})
    const { job } = await submit({ ...order, client })
    const result = { urls: ['https://gen.krea.ai/1.png'] }
    krea.addJob({ ...krea.jobs.get(job.id), status: 'completed', result })
    const soon = Date.now() + 2 * 60_000
    await begin()
    const ended = await client.getJob(job.id)
    const written = await recordOutcome(ledger.db, ended, soon).catch((error: unknown) => error)
    expect([undefined, 'unavailable']).toContain(toUnavailable(written)?.code)
    const listing: typeof client.listJobs = async (query) => {
      await begin()
      return client.listJobs(query)
    }
    const sweepOnce = (by: typeof client) => sweepAt(by, soon, ledger.db)
    await sweepOnce({ ...client, listJobs: listing }).catch(() => undefined)
    await expect
      .poll(() =>
        sweepOnce(client).then(
          () => chargedNow(job.id),
          () => null,
        ),
      )
      .toBe('yes')
  })

/** A server with a store of its own that does nothing while it is frozen; thawed, it goes on where it was. */
function freezable() {
  let thaw = () => {}
  let thawed = Promise.resolve()
  const store = storeOn(open, () => thawed)
  const { submit } = createSubmissions(store, { now: Date.now, sleep: async () => {} })
  return {
    submit,
    /** Answers when it is thawed. */
    freeze: () => {
      thawed = new Promise((resolve) => {
        thaw = resolve
      })
      return thawed
    },
    thaw: () => thaw(),
  }
}

const answersElsewhere = {
  'before the claim': 'job',
  'between claim and POST': 'submit_unknown',
  'while the POST is under way': 'job',
  'between answer and record': 'job',
}

for (const moment of momentNames)
  test(`a server that is frozen ${moment}: another answers for its key, and thawed it makes no second job`, async () => {
    const [frozen, other] = [freezable(), freezable()]
    const { order } = newOrder()
    const before = krea.count(submitted)
    let isFrozen = false
    const freeze = () => {
      const thawed = frozen.freeze()
      isFrozen = true
      return thawed
    }
    void (moment === 'before the claim' && freeze())
    const first = answerOf(frozen.submit({ ...order, client: clientThat({ [moment]: freeze }) }))
    await expect.poll(() => isFrozen).toBe(true)
    await expireLease(order.key)
    const client = clientThat({})
    const elsewhere = await answerOf(other.submit({ ...order, client }))
    expect(elsewhere.code).toBe(answersElsewhere[moment])
    frozen.thaw()
    await first
    const [id = ''] = [...krea.jobs.keys()].slice(-1)
    expect(krea.count(submitted)).toBe(before + 1)
    expect((await answerOf(other.submit({ ...order, client }))).id).toBe(id)
    expect((await answerOf(frozen.submit({ ...order, client }))).id).toBe(id)
    const rows = await open.db.select().from(submissions).where(eq(submissions.jobId, id))
    expect(rows).toMatchObject([{ key: order.key, charged: 'reserved' }])
  })

test('a server that is frozen when a job’s end is written, and in its sweep: another settles, and thawed it changes nothing', async () => {
  const { submit, order } = newOrder()
  const client = clientThat({})
  const { job } = await submit({ ...order, client })
  const result = { urls: ['https://gen.krea.ai/1.png'] }
  krea.addJob({ ...krea.jobs.get(job.id), status: 'completed', result })
  const soon = Date.now() + 2 * 60_000
  let thaw = () => {}
  const thawed = new Promise<void>((resolve) => {
    thaw = resolve
  })
  const pendingThen = await client.getJob(job.id)
  const listJobs: typeof client.listJobs = async (query) => {
    const page = await client.listJobs(query)
    await thawed
    return page
  }
  const frozenSweep = sweepAt({ ...client, listJobs }, soon)
  const frozenWrite = thawed.then(() =>
    recordOutcome(open.db, { ...pendingThen, phase: 'failed', error: null }, soon),
  )
  await sweepAt(client, soon)
  expect(await chargedNow(job.id)).toBe('yes')
  thaw()
  await Promise.all([frozenSweep, frozenWrite])
  expect(await chargedNow(job.id)).toBe('yes')
})
