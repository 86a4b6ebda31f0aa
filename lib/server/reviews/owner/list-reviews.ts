import 'server-only'
import { desc, eq } from 'drizzle-orm'
import type { ReviewSummary } from '@/lib/contract/reviews/review'
import type { Principal } from '../../access/principal'
import type { Database } from '../../db/database'
import { reviews } from '../../db/review-tables'
import { summaryOf } from './review-answer'

const maxReviews = 200

/** The reviews of this browser, newest first; the admin gets all. */
export async function listReviews(
  db: Database,
  { role, visitorId, isNewcomer }: Pick<Principal, 'role' | 'visitorId' | 'isNewcomer'>,
  settings: { now: number; address: string },
): Promise<ReviewSummary[]> {
  if (isNewcomer && role !== 'owner') return []
  const rows = await db
    .select()
    .from(reviews)
    .where(role === 'owner' ? undefined : eq(reviews.owner, visitorId))
    .orderBy(desc(reviews.createdAt))
    .limit(maxReviews)
  return rows.map((review) => summaryOf({ review, manageKey: null }, settings))
}
