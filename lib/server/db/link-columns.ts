import 'server-only'
import { text, timestamp } from 'drizzle-orm/pg-core'

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** What every link that opens something has: a guest's pass, a review. Only the hash of its secret is stored. */
export const linkColumns = () => ({
  secretHash: text('secret_hash').notNull(),
  createdAt: instant('created_at').notNull(),
  /** `null`: it does not expire. */
  expiresAt: instant('expires_at'),
  revokedAt: instant('revoked_at'),
})
