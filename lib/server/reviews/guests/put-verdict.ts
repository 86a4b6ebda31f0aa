import 'server-only'
import { and, count, eq, isNotNull } from 'drizzle-orm'
import type * as z from 'zod/mini'
import { ApiError } from '@/lib/contract/errors'
import type { Verdict, verdictChange } from '@/lib/contract/reviews/verdicts'
import type { Database } from '../../db/database'
import { reviewPictures, reviewVerdicts } from '../../db/review-tables'
import { limitedTransaction } from '../../db/transaction'
import { recordVerdict } from '../revisions'

type Change = z.output<typeof verdictChange>
type Who = { reviewId: string; guestId: string; now: number }

/**
 * What is absent stays. One transaction, in which the guest's row is locked: picks that come together are
 * counted one after the other.
 * @throws ApiError `pick_limit`, `review_closed`, `review_ended`, `forbidden`, `not_found`
 */
export const putVerdict = (
  db: Database,
  { reviewId, guestId, now }: Who,
  pictureId: string,
  change: Change,
): Promise<{ verdict: Verdict; picks: number }> =>
  limitedTransaction(db, async (tx) => {
    const { options } = await recordVerdict(tx, reviewId, guestId, now)
    if (change.pick && !options.picks) throw notAsked('picks')
    if (typeof change.rating === 'number' && !options.ratings) throw notAsked('ratings')
    await requirePicture(tx, reviewId, pictureId)
    const before = await findVerdict(tx, guestId, pictureId)
    const verdict = { ...before, ...change }
    const others = (await countPicks(tx, guestId)) - (before.pick ? 1 : 0)
    const isMore = verdict.pick && !before.pick
    if (isMore && options.maxPicks !== null && others >= options.maxPicks)
      throw tooManyPicks(options.maxPicks)
    const values = { ...verdict, at: new Date(now) }
    await tx
      .insert(reviewVerdicts)
      .values({ guestId, pictureId, ...values })
      .onConflictDoUpdate({
        target: [reviewVerdicts.guestId, reviewVerdicts.pictureId],
        set: values,
      })
    return { verdict, picks: others + (verdict.pick ? 1 : 0) }
  })

/** @throws ApiError `not_found` for a picture of another review, or one that is not here yet */
export async function requirePicture(tx: Database, reviewId: string, id: string): Promise<void> {
  const [found] = await tx
    .select({ id: reviewPictures.id })
    .from(reviewPictures)
    .where(
      and(
        eq(reviewPictures.id, id),
        eq(reviewPictures.reviewId, reviewId),
        isNotNull(reviewPictures.readyAt),
      ),
    )
    .for('key share')
  if (!found) throw noPicture()
}

export const noPicture = () =>
  new ApiError('not_found', 'There is no such picture in this review any more.')

export const notAsked = (what: string) =>
  new ApiError('forbidden', `This review does not ask for ${what}.`)

async function findVerdict(tx: Database, guestId: string, pictureId: string): Promise<Verdict> {
  const [found] = await tx
    .select({ pick: reviewVerdicts.pick, rating: reviewVerdicts.rating })
    .from(reviewVerdicts)
    .where(and(eq(reviewVerdicts.guestId, guestId), eq(reviewVerdicts.pictureId, pictureId)))
  return found ?? { pick: false, rating: null }
}

async function countPicks(tx: Database, guestId: string): Promise<number> {
  const [picks] = await tx
    .select({ count: count() })
    .from(reviewVerdicts)
    .where(and(eq(reviewVerdicts.guestId, guestId), eq(reviewVerdicts.pick, true)))
  return picks?.count ?? 0
}

const tooManyPicks = (max: number) =>
  new ApiError('pick_limit', `At most ${max}: take one of your picks back first.`)
