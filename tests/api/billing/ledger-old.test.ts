import { expect, test } from '@playwright/test'
import postgres from 'postgres'
import migrations from '@/lib/server/db/migrations.json' with { type: 'json' }
import { type FakeKrea, startKrea } from '../../fixtures/krea/krea-server'
import { oldDataFolder, oldLedgerSql, oldPassSecrets } from '../../fixtures/ledger/old-ledger'
import { postJob, problemOf } from '../../fixtures/server/ask'
import { startPlayground } from '../../fixtures/server/playground'
import { postgresPrograms, startPostgres } from '../../fixtures/server/postgres'

let krea: FakeKrea
test.beforeAll(async () => {
  krea = await startKrea()
})
test.afterAll(() => krea.stop())

const settings = () => ({
  KREA_API_BASE_URL: krea.url,
  KREA_API_TOKEN: 'a-token',
  PLAYGROUND_PASSWORD: 'the password of this test',
  PLAYGROUND_ADMIN_PASSWORD: 'the owner of this test',
})

/** Of the submission that the old version finished. */
const oldKey = '0199a000-0000-7000-8000-000000000002'

/** The pass still opens, and the key is still taken. */
async function expectKnown(url: string, secret: string): Promise<void> {
  const entered = await fetch(`${url}/p/${secret}`, { redirect: 'manual' })
  const [cookie = ''] = entered.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
  const answer = await postJob(url, { key: oldKey, headers: { Cookie: cookie } })
  expect(await problemOf(answer)).toMatchObject({
    code: 'invalid_request',
    detail: expect.stringContaining('Idempotency-Key was used'),
  })
  expect(krea.count(/^POST/)).toBe(0)
}

test('a data folder of the version before serves on: passes open, keys are taken', async () => {
  const playground = await startPlayground({ ...settings(), DATA_DIR: oldDataFolder() })
  await expectKnown(playground.url, oldPassSecrets.folder)
  await playground.stop()
})

test('two servers that start together bring a Postgres of the version before up to date', async () => {
  const programs = postgresPrograms()
  test.skip(programs === null, 'no Postgres on this machine')
  const database = await startPostgres(programs ?? '')
  const client = postgres(database.url, { max: 1, onnotice: () => undefined })
  await client.unsafe(oldLedgerSql())
  const env = { ...settings(), DATABASE_URL: database.url }
  const servers = await Promise.all([startPlayground(env), startPlayground(env)])
  for (const { url } of servers) await expectKnown(url, oldPassSecrets.sql)
  const applied = await client`select hash from __drizzle_migrations order by created_at`
  expect(applied.map(({ hash }) => hash)).toEqual(migrations.map(({ hash }) => hash))
  await client.end()
  await Promise.all(servers.map(({ stop }) => stop()))
  await database.stop()
})
