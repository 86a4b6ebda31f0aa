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
import { createSubmissions } from '@/lib/server/submissions/submissions'
import { sweep } from '@/lib/server/submissions/sweep'
import { testClient } from '../../fixtures/krea/krea-client'
import { type FakeKrea, startKrea } from '../../fixtures/krea/krea-server'
import { purchase, storeOf } from '../../fixtures/server/ledger'
import { openLocks } from '../../fixtures/server/locks'
import { type Postgres, postgresPrograms, startPostgres } from '../../fixtures/server/postgres'

test.describe.configure({ mode: 'default' })
const programs = postgresPrograms()
test.skip(programs === null, 'no Postgres on this machine')

const submitted = /^POST \/generate/

let postgres: Postgres
let hand: ReturnType<typeof openLocks>
let owner: ReturnType<typeof openLocks>
let open: OpenDatabase
let krea: FakeKrea
test.beforeAll(async () => {
  ;[postgres, krea] = await Promise.all([startPostgres(programs ?? ''), startKrea()])
  hand = openLocks(postgres.url)
  await hand.sql`create database ledger`
  const url = postgres.url.replace(/postgres$/, 'ledger')
  owner = openLocks(url)
  open = openPostgres(url)
  await migrate(open.db)
  await owner.sql.unsafe(`create function disk_full() returns trigger language plpgsql as
    $$ begin raise exception 'no space left on device' using errcode = '53100'; end $$`)
})
test.afterAll(async () => {
  await Promise.all([open.close(), owner.stop(), hand.stop(), krea.stop()])
  await postgres.stop()
})

const endConnections = () =>
  hand.sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = 'ledger'`

const faults = {
  'stops and comes back': {
    async begin() {
      await hand.sql`alter database ledger allow_connections false`
      await endConnections()
    },
    end: async () => void (await hand.sql`alter database ledger allow_connections true`),
  },
  'has no space': {
    async begin() {
      await owner.sql`create trigger disk_full before insert or update or delete on submissions
        for each row execute function disk_full()`
    },
    end: async () => void (await owner.sql`drop trigger disk_full on submissions`),
  },
  'becomes a standby': {
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

const refused = { code: 'unavailable', charged: 'no' }
const unknown = { code: 'submit_unknown', charged: 'unknown' }

/** The moment at which the database fails, and the words of the answer then. */
const moments = {
  'before the claim': { told: refused, posts: 0 },
  'between claim and POST': { told: unknown, posts: 1 },
  'between answer and record': { told: unknown, posts: 1 },
}

for (const [fault, { begin, end }] of Object.entries(faults))
  for (const [moment, { told, posts }] of Object.entries(moments))
    test(`a database that ${fault} ${moment}: one job, one row, and never a false “not charged”`, async () => {
      const { client } = testClient(krea.url)
      const at = { [moment]: begin }
      const failing: typeof client = {
        ...client,
        async createJob(...of) {
          await at['between claim and POST']?.()
          const job = await client.createJob(...of)
          await at['between answer and record']?.()
          return job
        },
      }
      const store = storeOf(open.db, Date.now, { day: 1_000_000 })
      const { submit } = createSubmissions(store, { now: Date.now, sleep: async () => {} })
      const order = { ...purchase(), key: randomUUID(), beforeClaim: async () => {} }
      const before = krea.count(submitted)
      await at['before the claim']?.()

      const error = await submit({ ...order, client: failing }).catch((thrown: unknown) => thrown)
      expect(isApiError(error) ? error : toUnavailable(error)).toMatchObject(told)
      expect(krea.count(submitted)).toBe(before + posts)
      await end()

      // A connection that ended may be noticed only when it is used.
      const repeat = () =>
        submit({ ...order, client }).then(
          ({ job }) => job.id,
          () => null,
        )
      await expect.poll(repeat).not.toBeNull()
      const [id = ''] = [...krea.jobs.keys()].slice(-1)
      expect(await repeat()).toBe(id)
      expect(krea.count(submitted)).toBe(before + 1)
      const rows = await open.db.select().from(submissions).where(eq(submissions.jobId, id))
      expect(rows).toMatchObject([{ key: order.key, charged: 'reserved' }])
    })

for (const [fault, { begin, end }] of Object.entries(faults))
  test(`a database that ${fault} when a job’s end is written, and in the sweep: settled once it is back`, async () => {
    const { client } = testClient(krea.url)
    const store = storeOf(open.db, Date.now, { day: 1_000_000 })
    const { submit } = createSubmissions(store, { now: Date.now, sleep: async () => {} })
    const order = { ...purchase(), key: randomUUID(), client, beforeClaim: async () => {} }
    const { job } = await submit(order)
    const result = { urls: ['https://gen.krea.ai/1.png'] }
    krea.addJob({ ...krea.jobs.get(job.id), status: 'completed', result })
    const soon = Date.now() + 2 * 60_000
    const sweepOnce = () =>
      sweep({
        db: open.db,
        mode: 'krea',
        client,
        now: soon,
        sleep: async () => {},
        lastReads: new LRUCache({ max: 100 }),
        onFailure: () => undefined,
      })
    const chargedNow = async () => {
      const rows = await open.db.select().from(submissions).where(eq(submissions.jobId, job.id))
      return rows[0]?.charged
    }

    await begin()
    const written = recordOutcome(open.db, await client.getJob(job.id), soon)
    expect(toUnavailable(await written.catch((thrown: unknown) => thrown))).not.toBeNull()
    expect(toUnavailable(await sweepOnce().catch((thrown: unknown) => thrown))).not.toBeNull()
    await end()
    await expect.poll(() => sweepOnce().then(chargedNow, () => null)).toBe('yes')
  })
