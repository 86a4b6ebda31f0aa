import 'server-only'
import { ApiError } from '@/lib/contract/errors'
import type { Pair } from '@/lib/contract/reviews/verdicts'
import type { Database } from '../../db/database'
import { reviewPairs } from '../../db/review-tables'
import { limitedTransaction } from '../../db/transaction'
import { recordVerdict } from '../revisions'
import { notAsked, requirePicture } from './put-verdict'

type Who = { reviewId: string; guestId: string; now: number }
type PairRow = typeof reviewPairs.$inferSelect

/** One verdict a guest and pair, whichever stood left: the later one counts. */
export const putPair = (db: Database, { reviewId, guestId, now }: Who, pair: Pair): Promise<void> =>
  limitedTransaction(db, async (tx) => {
    if (pair.left === pair.right)
      throw new ApiError('invalid_request', 'Compare two pictures, not one with itself.')
    const { options } = await recordVerdict(tx, reviewId, guestId, now)
    if (!options.pairs) throw notAsked('comparisons')
    for (const id of [pair.left, pair.right].toSorted()) await requirePicture(tx, reviewId, id)
    const row = { guestId, ...toStored(pair), at: new Date(now) }
    await tx
      .insert(reviewPairs)
      .values(row)
      .onConflictDoUpdate({
        target: [reviewPairs.guestId, reviewPairs.first, reviewPairs.second],
        set: { choice: row.choice, at: row.at },
      })
  })

function toStored({ left, right, choice }: Pair): Pick<PairRow, 'first' | 'second' | 'choice'> {
  const isInOrder = left < right
  const [first, second] = isInOrder ? [left, right] : [right, left]
  const isEven = choice === 'equal' || choice === 'neither'
  const stored = isEven ? choice : (choice === 'left') === isInOrder ? 'first' : 'second'
  return { first, second, choice: stored }
}

export function fromStored({ first, second, choice }: PairRow): Pair {
  const sides = { first: 'left', second: 'right', equal: 'equal', neither: 'neither' } as const
  return { left: first, right: second, choice: sides[choice] }
}
