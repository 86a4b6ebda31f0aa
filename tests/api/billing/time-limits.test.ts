import { randomUUID } from 'node:crypto'
import { createServer } from 'node:net'
import { expect, test } from '@playwright/test'
import * as z from 'zod'
import { migrate } from '@/lib/server/db/migrate'
import { openPostgres } from '@/lib/server/db/open-postgres'
import { limitedTransaction } from '@/lib/server/db/transaction'
import { toUnavailable } from '@/lib/server/db/unavailable'
import { within } from '@/lib/server/db/within'
import { purchase, storeOf, submissionAt } from '../../fixtures/server/ledger'
import { openLocks } from '../../fixtures/server/locks'
import { type Postgres, postgresPrograms, startPostgres } from '../../fixtures/server/postgres'

test('a pooler that takes connections and ends them without a word is “try later”, not a wait for ever', async () => {
  const pooler = createServer((socket) => socket.destroy())
  await new Promise<void>((resolve) => pooler.listen(0, '127.0.0.1', resolve))
  const address = z.object({ port: z.number() }).parse(pooler.address())
  const { db, close } = openPostgres(`postgres://nobody@127.0.0.1:${address.port}/ledger`)
  const error = await limitedTransaction(db, async () => 'done', 300).catch(
    (thrown: unknown) => thrown,
  )
  expect(toUnavailable(error)).toMatchObject({ code: 'unavailable', charged: 'no' })
  pooler.close()
  await close()
})

test.describe('on a Postgres', () => {
  const programs = postgresPrograms()
  test.skip(programs === null, 'no Postgres on this machine')

  let postgres: Postgres
  test.beforeAll(async () => {
    postgres = await startPostgres(programs ?? '')
  })
  test.afterAll(() => postgres.stop())

  test('a server that holds the lock of the budget and says nothing loses it before others give up', async () => {
    const [frozen, other] = [openPostgres(postgres.url), openPostgres(postgres.url)]
    await migrate(other.db)
    const hand = openLocks(postgres.url)

    const sleeping = limitedTransaction(frozen.db, async (tx) => {
      await tx.execute('select pg_advisory_xact_lock(7205759402)')
      await new Promise(() => undefined)
    }).catch((error: unknown) => error)
    await expect
      .poll(async () => (await hand.sql`select 1 from pg_locks where locktype = 'advisory'`).length)
      .toBe(1)
    const store = storeOf(other.db, Date.now, { day: 1_000_000 })
    expect(await store.claim(randomUUID(), submissionAt(Date.now()), purchase())).toBeNull()
    expect(toUnavailable(await sleeping)).toMatchObject({ code: 'unavailable', charged: 'no' })

    await Promise.all([frozen.close(), other.close(), hand.stop()])
  })

  test('a lock that is not given in time is “try later”', async () => {
    const { db, close } = openPostgres(postgres.url)
    await migrate(db)
    const hand = openLocks(postgres.url)
    const letGo = await hand.hold('select pg_advisory_xact_lock(7205759402)')
    const store = storeOf(db, Date.now, { day: 1_000_000 })
    const claim = store.claim(randomUUID(), submissionAt(Date.now()), purchase())
    const error = await claim.catch((thrown: unknown) => thrown)
    expect(toUnavailable(error)).toMatchObject({ code: 'unavailable', charged: 'no' })
    await letGo()
    await Promise.all([close(), hand.stop()])
  })

  test('a connection that was reset in the middle of a question does not keep its pool from answering once the database is back', async () => {
    const hand = openLocks(postgres.url)
    await hand.sql`create database ledger`
    const ledger = openPostgres(postgres.url.replace(/postgres$/, 'ledger'), 1)
    const ask = () => within(1_000, ledger.db.execute('select 1').execute())
    for (let round = 0; round < 3; round++) {
      await limitedTransaction(ledger.db, (tx) => tx.execute('select 1'))
      await hand.sql`alter database ledger allow_connections false`
      await hand.sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = 'ledger'`
      for (let asked = 0; asked < 2; asked++) {
        const error = await ask().catch((thrown: unknown) => thrown)
        expect(toUnavailable(error)).toMatchObject({ code: 'unavailable' })
      }
      await hand.sql`alter database ledger allow_connections true`
      await expect
        .poll(() =>
          ask().then(
            () => 'answered',
            () => null,
          ),
        )
        .toBe('answered')
    }
    await Promise.all([ledger.close(), hand.stop()])
  })
})
