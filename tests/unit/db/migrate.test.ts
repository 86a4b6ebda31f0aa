import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { expect, test } from '@playwright/test'
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle } from 'drizzle-orm/pglite'
import { findPassBySecret } from '@/lib/server/access/passes'
import { migrate } from '@/lib/server/db/migrate'
import migrations from '@/lib/server/db/migrations.json'
import { openEmbedded } from '@/lib/server/db/open-embedded'
import * as reviewTables from '@/lib/server/db/review-tables'
import * as tables from '@/lib/server/db/tables'
import {
  oldDataFolder,
  oldLedgerSql,
  oldPassSecrets,
  oldStates,
} from '../../fixtures/ledger/old-ledger'
import { newDataFolder } from '../../fixtures/server/data-folder'

const newClient = async () =>
  PGlite.create(join(await newDataFolder({ hasTables: false }), 'ledger'))

/** Columns, constraints and indexes, but for the tables in which versions are counted. */
async function schemaOf(client: PGlite): Promise<unknown> {
  const counting = `('schema_versions', '__drizzle_migrations')`
  const columns = await client.query(
    `select table_name, column_name, data_type, is_nullable, column_default
     from information_schema.columns
     where table_schema = 'public' and table_name not in ${counting} order by 1, 2`,
  )
  const constraints = await client.query(
    `select conrelid::regclass::text as table, conname, pg_get_constraintdef(oid) as definition
     from pg_constraint
     where connamespace = 'public'::regnamespace and conrelid::regclass::text not in ${counting}
     order by 1, 2`,
  )
  const indexes = await client.query(
    `select indexname, indexdef from pg_indexes
     where schemaname = 'public' and tablename not in ${counting} order by 1`,
  )
  return [columns.rows, constraints.rows, indexes.rows]
}

async function rowsOf(client: PGlite): Promise<unknown> {
  const names = ['submissions', 'passes', 'password_tries', 'ended_sessions', 'rate_limits']
  const all = names.map((name) => client.query(`select * from ${name} order by 1, 2`))
  return (await Promise.all(all)).map(({ rows }) => rows)
}

test('the migrations make what the tables say: else `npm run schema` was forgotten', async () => {
  const { entries } = JSON.parse(readFileSync('drizzle/meta/_journal.json', 'utf8'))
  const last = String(entries.at(-1).idx).padStart(4, '0')
  const before = JSON.parse(readFileSync(`drizzle/meta/${last}_snapshot.json`, 'utf8'))
  expect(
    await generateMigration(before, generateDrizzleJson({ ...tables, ...reviewTables })),
  ).toEqual([])
})

test('the server carries the migrations as they were generated', () => {
  expect(migrations).toEqual(readMigrationFiles({ migrationsFolder: 'drizzle' }))
})

test('a database of the version before keeps all its rows and gets the same tables as a new one', async () => {
  const [old, fresh] = await Promise.all([newClient(), newClient()])
  await old.exec(oldLedgerSql())
  const before = await rowsOf(old)
  await migrate(drizzle({ client: old }))
  await migrate(drizzle({ client: old }))
  await migrate(drizzle({ client: fresh }))
  expect(await rowsOf(old)).toEqual(before)
  expect(await schemaOf(old)).toEqual(await schemaOf(fresh))
  const { rows } = await old.query('select hash from __drizzle_migrations order by created_at')
  expect(rows).toEqual(migrations.map(({ hash }) => ({ hash })))
  await Promise.all([old.close(), fresh.close()])
})

test('a database that stopped at the first version gets what it lacks', async () => {
  const [old, fresh] = await Promise.all([newClient(), newClient()])
  await old.exec(oldLedgerSql())
  await old.exec(
    'drop table password_tries; drop table ended_sessions; delete from schema_versions where version = 2',
  )
  await migrate(drizzle({ client: old }))
  await migrate(drizzle({ client: fresh }))
  expect(await schemaOf(old)).toEqual(await schemaOf(fresh))
  await Promise.all([old.close(), fresh.close()])
})

test('a data folder of the version before opens, with its submissions and passes', async () => {
  const problems: string[] = []
  const open = await openEmbedded({
    folder: oldDataFolder(),
    isRelied: true,
    onMemoryOnly: (reason) => problems.push(reason),
    onLost: () => problems.push('lost'),
  })
  await migrate(open.db)
  const { submissions } = tables
  const found = await open.db.select().from(submissions).orderBy(submissions.key)
  expect(found.map(({ state }) => state)).toEqual(oldStates)
  expect(found[1]?.input).toEqual({
    seed: 2,
    prompt: 'a lighthouse, the keeper\'s "own" — 灯台; \\ back',
  })
  expect(await findPassBySecret(open.db, oldPassSecrets.folder)).toMatchObject({ name: 'Ada' })
  expect([open.storage, problems]).toEqual(['files', []])
  await open.close()
})
