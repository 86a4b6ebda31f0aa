import 'server-only'
import { max, sql } from 'drizzle-orm'
import { bigint, integer, pgTable, serial, text } from 'drizzle-orm/pg-core'
import { type Database, locks } from './database'
import migrations from './migrations.json'

/** As drizzle's own migrator keeps it. `createdAt`, in ms, says which migration a row stands for. */
const applied = pgTable('__drizzle_migrations', {
  id: serial('id').primaryKey(),
  hash: text('hash').notNull(),
  createdAt: bigint('created_at', { mode: 'number' }),
})

/** How versions up to 0.1.0 counted: their first and second version are our first two migrations. */
const oldVersions = pgTable('schema_versions', { version: integer('version').primaryKey() })

type Migration = (typeof migrations)[number]

/**
 * Brings the tables up to date, once, however many processes start together. Drizzle's own migrator
 * takes no lock and reads files, which not every kind of build carries; these are in the code.
 */
export async function migrate(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${locks.migrations}::bigint)`)
    await tx.execute(
      sql`create table if not exists ${applied} (id serial primary key, hash text not null, created_at bigint)`,
    )
    const done = await findApplied(tx)
    for (const migration of migrations) {
      if (done.has(migration.folderMillis)) continue
      for (const statement of migration.sql) await tx.execute(sql.raw(statement))
      await record(tx, [migration])
    }
  })
}

/** The migrations that this database has already, by their time. */
async function findApplied(tx: Database): Promise<Set<number | null>> {
  const rows = await tx.select({ createdAt: applied.createdAt }).from(applied)
  if (rows.length > 0) return new Set(rows.map(({ createdAt }) => createdAt))
  const old = migrations.slice(0, await findOldVersion(tx))
  await record(tx, old)
  return new Set(old.map(({ folderMillis }) => folderMillis))
}

/** The old table stays, so that a server of the version before can still run beside this one. */
async function findOldVersion(tx: Database): Promise<number> {
  const [found] = await tx
    .select({ exists: sql<boolean>`to_regclass('schema_versions') is not null` })
    .from(sql`(select 1) as one`)
  if (!found?.exists) return 0
  const [row] = await tx.select({ version: max(oldVersions.version) }).from(oldVersions)
  return row?.version ?? 0
}

async function record(tx: Database, made: Migration[]): Promise<void> {
  if (made.length === 0) return
  await tx
    .insert(applied)
    .values(made.map(({ hash, folderMillis }) => ({ hash, createdAt: folderMillis })))
}
