import { randomUUID } from 'node:crypto'
import { existsSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { LRUCache } from 'lru-cache'
import { isApiError } from '@/lib/contract/errors'
import { createLedger, type Ledger } from '@/lib/server/db/connection'
import type { OpenDatabase } from '@/lib/server/db/database'
import { migrate } from '@/lib/server/db/migrate'
import { type EmbeddedOptions, openEmbedded } from '@/lib/server/db/open-embedded'
import { submissions } from '@/lib/server/db/tables'
import { toUnavailable } from '@/lib/server/db/unavailable'
import { readEnv } from '@/lib/server/env'
import { recordOutcome } from '@/lib/server/submissions/outcome'
import { createLedgerSubmissionStore } from '@/lib/server/submissions/submission-store-db'
import { createSubmissions } from '@/lib/server/submissions/submissions'
import { sweep } from '@/lib/server/submissions/sweep'
import { testClient } from '../../fixtures/krea/krea-client'
import { answer, startKrea } from '../../fixtures/krea/krea-server'
import { newDataFolder } from '../../fixtures/server/data-folder'
import { purchase } from '../../fixtures/server/ledger'

test.describe.configure({ mode: 'default' })

const submitted = /^POST \/generate/

/** A server with the ledger of a folder, as far as orders go. */
function serverOn(folder: string) {
  const opened: { database: OpenDatabase; options: EmbeddedOptions }[] = []
  const open = async (options: EmbeddedOptions) => {
    const database = await openEmbedded(options)
    await migrate(database.db)
    await database.onMigrated?.()
    opened.push({ database, options })
    return database
  }
  const env = readEnv({ DATA_DIR: folder, BUDGET_USD_PER_DAY: '100' })
  const ledger = createLedger(env, () => performance.now(), open)
  const store = createLedgerSubmissionStore({
    ...ledger,
    mode: 'krea',
    limits: { day: 100_000_000, visitor: null },
    now: Date.now,
    sleep: async () => undefined,
  })
  return {
    ledger,
    opened,
    ...createSubmissions(store, { now: Date.now, sleep: async () => {} }),
    stop: () => Promise.all(opened.map(({ database }) => database.close().catch(() => undefined))),
  }
}

type Server = ReturnType<typeof serverOn>

const outcomeOf = (work: Promise<unknown>) =>
  work.then(
    () => ({ code: 'done', charged: null }),
    (error: unknown) => {
      const known = isApiError(error) ? error : toUnavailable(error)
      return { code: known?.code, charged: known?.charged }
    },
  )

const sweepBy = async (ledger: Ledger, client: ReturnType<typeof testClient>['client']) =>
  sweep({
    db: await ledger.database(),
    mode: 'krea',
    client,
    now: Date.now() + 2 * 60_000,
    sleep: async () => {},
    lastReads: new LRUCache({ max: 100 }),
    onFailure: () => undefined,
  })

/** Whether another process had sent the key before is in the ledger that is away. */
const refused = { code: 'unavailable', charged: 'unknown' }
const settledLater = { code: 'unavailable' }
const unknown = { code: 'submit_unknown', charged: 'unknown' }

/** Orders at each moment, a job that ends, and a sweep, while the ledger is lost; what each hears. */
async function loseAtEachMoment(
  krea: Awaited<ReturnType<typeof startKrea>>,
  server: Server,
  lose: () => Promise<unknown>,
) {
  const { client } = testClient(krea.url)
  const order = () => ({ ...purchase(), key: randomUUID(), beforeClaim: async () => {} })
  const [early, claimed, underWay, answered, ended] = [order(), order(), order(), order(), order()]
  const { job } = await server.submit({ ...ended, client })
  krea.addJob({
    ...krea.jobs.get(job.id),
    status: 'completed',
    result: { urls: ['https://gen.krea.ai/1.png'] },
  })
  const end = await client.getJob(job.id)
  let isLost = () => {}
  const lost = new Promise<void>((resolve) => {
    isLost = resolve
  })
  let reached = 0
  const waits = () => {
    reached += 1
    return lost
  }
  krea.fault(submitted, async (response, seen) => {
    const made = krea.addJob()
    await waits()
    answer(200, made)(response, seen)
  })
  const first = outcomeOf(server.submit({ ...underWay, client }))
  await expect.poll(() => reached).toBe(1)
  const createJob: typeof client.createJob = async (...of) => {
    await waits()
    return client.createJob(...of)
  }
  const createdJob: typeof client.createJob = async (...of) => {
    const made = await client.createJob(...of)
    await waits()
    return made
  }
  const others = [
    outcomeOf(server.submit({ ...claimed, client: { ...client, createJob } })),
    outcomeOf(server.submit({ ...answered, client: { ...client, createJob: createdJob } })),
  ]
  await expect.poll(() => reached).toBe(3)
  await lose()
  const heard = [
    await outcomeOf(server.submit({ ...early, client })),
    await outcomeOf(server.ledger.database().then((db) => recordOutcome(db, end, Date.now()))),
    await outcomeOf(sweepBy(server.ledger, client)),
  ]
  isLost()
  return {
    client,
    orders: { claimed, underWay, answered },
    early,
    jobId: job.id,
    heard: [...heard, ...(await Promise.all([first, ...others]))],
  }
}

const faults = {
  'is taken by another process': async (server: Server) => server.opened[0]?.options.onLost(),
  'is a new host’s after a crash': async (server: Server, folder: string) => {
    server.opened[0]?.options.onLost()
    await server.stop()
    writeFileSync(join(folder, 'lock'), '1 a-host-that-crashed')
  },
}

for (const [fault, lose] of Object.entries(faults))
  test(`an embedded ledger whose folder ${fault}, at each moment: no second job, no false “not charged”, all settled in the end`, async () => {
    const [folder, krea] = [await newDataFolder(), await startKrea()]
    const server = serverOn(folder)
    const { client, orders, early, jobId, heard } = await loseAtEachMoment(krea, server, () =>
      Promise.resolve(lose(server, folder)),
    )
    expect(heard).toMatchObject([refused, settledLater, settledLater, unknown, unknown, unknown])
    const posts = krea.count(submitted)
    expect(posts).toBe(4)
    await server.stop()

    const next = serverOn(folder)
    await expect
      .poll(async () => {
        letOldLocksGo(folder)
        return (await next.ledger.status()).storage
      })
      .toBe('files')
    for (const order of Object.values(orders)) {
      const again = await outcomeOf(next.submit({ ...order, client }))
      expect(['done', 'submit_unknown']).toContain(again.code)
    }
    expect(krea.count(submitted), 'repeats send nothing').toBe(posts)
    expect((await outcomeOf(next.submit({ ...early, client }))).code).toBe('done')
    expect(krea.count(submitted)).toBe(posts + 1)
    await sweepBy(next.ledger, client)
    const db = await next.ledger.database()
    const rows = await db.select().from(submissions)
    expect(rows).toHaveLength(5)
    expect(rows.find((row) => row.jobId === jobId)?.charged).toBe('yes')
    expect(rows.filter(({ charged }) => charged === 'no')).toEqual([])
    await next.stop()
    await krea.stop()
    rmSync(folder, { recursive: true, force: true })
  })

/** As if the minute had gone by after which a lock without a beat counts no more. */
function letOldLocksGo(folder: string): void {
  const lock = join(folder, 'lock')
  const past = new Date(Date.now() - 60_000)
  if (existsSync(lock)) utimesSync(lock, past, past)
}

test('an embedded ledger whose folder is found damaged after a crash at each moment: nothing is sent for any key, new or repeated', async () => {
  const [folder, krea] = [await newDataFolder(), await startKrea()]
  const server = serverOn(folder)
  const { client, orders, early } = await loseAtEachMoment(krea, server, async () => {
    server.opened[0]?.options.onLost()
    await server.stop()
  })
  writeFileSync(join(folder, 'ledger', 'global', 'pg_control'), 'no control file')
  const posts = krea.count(submitted)
  const next = serverOn(folder)
  for (const order of [early, ...Object.values(orders)])
    expect(await outcomeOf(next.submit({ ...order, client }))).toMatchObject(refused)
  expect(await outcomeOf(sweepBy(next.ledger, client))).toMatchObject(settledLater)
  expect((await next.ledger.status()).problem).toContain('is damaged')
  expect(krea.count(submitted)).toBe(posts)
  await krea.stop()
  rmSync(folder, { recursive: true, force: true })
})
