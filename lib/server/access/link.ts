import 'server-only'
import { createHash, createHmac, randomBytes } from 'node:crypto'

/** Passes and reviews are links: whoever knows the secret may do what its row says, until it ends. */
export type Link = { expiresAt: Date | null; revokedAt: Date | null }

const secretBytes = 24
const secretForm = /^[\w-]{32}$/

/** Too long to guess, and fit for a URL. */
export const newSecret = (): string => randomBytes(secretBytes).toString('base64url')

/** Whether it can be one of ours at all: other texts need no look into the database. */
export const isSecret = (text: string): boolean => secretForm.test(text)

/** Another secret, known to whoever knows this one, and which does not tell this one. */
export const deriveSecret = (secret: string, use: string): string =>
  createHmac('sha256', secret).update(use).digest().subarray(0, secretBytes).toString('base64url')

/** Rows are found by this hash of a secret too long to guess, so no comparison can be timed. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

export type LinkState = 'open' | 'expired' | 'revoked'

export function linkStateOf({ expiresAt, revokedAt }: Link, now: number): LinkState {
  if (revokedAt) return 'revoked'
  return expiresAt && expiresAt.getTime() <= now ? 'expired' : 'open'
}
