import 'server-only'
import { asc, eq } from 'drizzle-orm'
import type { You } from '@/lib/contract/reviews/guest-view'
import type { Database } from '../../db/database'
import { type ReviewGuestRow, reviewPairs, reviewVerdicts } from '../../db/review-tables'
import { fromStored } from './put-pair'

/** A guest with all that this guest has said. */
export async function readYou(db: Database, { id, name, doneAt }: ReviewGuestRow): Promise<You> {
  const [verdicts, pairs] = await Promise.all([
    db.select().from(reviewVerdicts).where(eq(reviewVerdicts.guestId, id)),
    db
      .select()
      .from(reviewPairs)
      .where(eq(reviewPairs.guestId, id))
      .orderBy(asc(reviewPairs.at), asc(reviewPairs.first), asc(reviewPairs.second)),
  ])
  return {
    name,
    isDone: doneAt !== null,
    verdicts: Object.fromEntries(
      verdicts.map(({ pictureId, pick, rating }) => [pictureId, { pick, rating }]),
    ),
    pairs: pairs.map(fromStored),
  }
}
