import 'server-only'
import { eq, like } from 'drizzle-orm'
import type { Driver } from 'unstorage'
import type { Database } from '../../db/database'
import { reviewBytes } from '../../db/review-tables'

/** Bytes in the database, for servers that have no disk and nothing else. */
export function postgresDriver(database: () => Promise<Database>): Driver {
  async function read(key: string): Promise<Uint8Array | null> {
    const db = await database()
    const [row] = await db.select().from(reviewBytes).where(eq(reviewBytes.key, key))
    return row?.bytes ?? null
  }

  async function write(key: string, bytes: Uint8Array): Promise<void> {
    const db = await database()
    await db
      .insert(reviewBytes)
      .values({ key, bytes })
      .onConflictDoUpdate({ target: reviewBytes.key, set: { bytes } })
  }

  return {
    name: 'postgres',
    hasItem: async (key) => (await read(key)) !== null,
    getItem: read,
    getItemRaw: read,
    setItemRaw: write,
    async removeItem(key) {
      const db = await database()
      await db.delete(reviewBytes).where(eq(reviewBytes.key, key))
    },
    async getKeys(base) {
      const db = await database()
      const rows = await db
        .select({ key: reviewBytes.key })
        .from(reviewBytes)
        .where(like(reviewBytes.key, `${base}%`))
      return rows.map(({ key }) => key)
    },
  }
}
