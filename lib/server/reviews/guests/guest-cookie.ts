import 'server-only'
import { and, eq } from 'drizzle-orm'
import { hashOf, isSecret } from '../../access/link'
import type { Database } from '../../db/database'
import { type ReviewGuestRow, reviewDevices, reviewGuests } from '../../db/review-tables'
import { readCookie, setCookie } from '../../http/cookies'

const maxAgeSeconds = 365 * 86_400

/** One for each review: who judges one is nobody in another. */
const nameOf = (reviewId: string) => `krea-guest-${reviewId.slice(0, 8)}`

export const setGuestCookie = (request: Request, reviewId: string, token: string): string =>
  setCookie(request, nameOf(reviewId), token, maxAgeSeconds)

/** The guest that a request's cookie was given to; `null` for whoever has not said a name. */
export async function findGuest(
  db: Database,
  request: Request,
  reviewId: string,
): Promise<ReviewGuestRow | null> {
  const token = readCookie(request, nameOf(reviewId))
  if (token === undefined || !isSecret(token)) return null
  const [row] = await db
    .select({ guest: reviewGuests })
    .from(reviewDevices)
    .innerJoin(reviewGuests, eq(reviewGuests.id, reviewDevices.guestId))
    .where(and(eq(reviewDevices.tokenHash, hashOf(token)), eq(reviewGuests.reviewId, reviewId)))
  return row?.guest ?? null
}
