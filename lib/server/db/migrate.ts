import 'server-only'
import { max, sql } from 'drizzle-orm'
import { integer, pgTable } from 'drizzle-orm/pg-core'
import { type Database, locks } from './database'
import { migrations } from './migrations'

const versions = pgTable('schema_versions', { version: integer('version').primaryKey() })

/** Brings the tables up to date, once, however many processes start together. */
export async function migrate(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${locks.migrations}::bigint)`)
    await tx.execute(sql`create table if not exists schema_versions (version integer primary key)`)
    const [row] = await tx.select({ done: max(versions.version) }).from(versions)
    const done = row?.done ?? 0
    for (const [index, statements] of migrations.entries()) {
      if (index < done) continue
      for (const statement of statements) await tx.execute(sql.raw(statement))
      await tx.insert(versions).values({ version: index + 1 })
    }
  })
}
