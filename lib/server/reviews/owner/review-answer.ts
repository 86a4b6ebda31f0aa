import 'server-only'
import type { Review, ReviewSummary } from '@/lib/contract/reviews/review'
import { linkStateOf } from '../../access/link'
import type { Database } from '../../db/database'
import type { ReviewPictureRow, ReviewRow } from '../../db/review-tables'
import { reviewCommentOf } from '../comment-answer'
import { secretOf } from '../create-review'
import type { OwnedReview } from '../find-review'
import type { Reviews } from '../reviews'
import { readGuests } from './read-guests'
import { resultsOf } from './strengths'

type Settings = { now: number; address: string }

/** @param address of the playground, for the guests' link */
export const summaryOf = (
  { review, manageKey }: OwnedReview,
  { now, address }: Settings,
): ReviewSummary => ({
  id: review.id,
  title: review.title,
  brief: review.brief,
  question: review.question,
  options: { ...review.options, endsAt: review.expiresAt?.toISOString() ?? null },
  state: stateOf(review, now),
  createdAt: review.createdAt.toISOString(),
  url: manageKey === null ? null : `${address}/r/${secretOf(manageKey)}`,
})

function stateOf(review: ReviewRow, now: number): ReviewSummary['state'] {
  const state = linkStateOf(review, now)
  switch (state) {
    case 'revoked':
      return 'revoked'
    case 'expired':
      return 'ended'
    case 'open':
      return review.isClosed ? 'closed' : 'open'
    default:
      return state satisfies never
  }
}

/** All that its owner sees. */
export async function reviewAnswer(
  { sharedView, strengthsOf }: Pick<Reviews, 'sharedView' | 'strengthsOf'>,
  db: Database,
  owned: OwnedReview,
  settings: Settings,
): Promise<Review> {
  const { review } = owned
  const [pictures, comments, tallies, guests] = await Promise.all([
    sharedView.picturesOf(db, review),
    sharedView.commentsOf(db, review),
    sharedView.talliesOf(db, review),
    readGuests(db, review.id, settings.now),
  ])
  const ids = pictures.map(({ id }) => id)
  const pairs = guests.flatMap((guest) => guest.pairs)
  return {
    ...summaryOf(owned, settings),
    pictures: pictures.map(pictureOf),
    guests,
    comments: comments.map(reviewCommentOf),
    results: resultsOf(ids, tallies, strengthsOf(review, pairs)),
    shown: { pictureId: review.shownPictureId, revision: review.shownRevision },
  }
}

const pictureOf = ({ meta, id, width, height, sha256, bytes, createdAt }: ReviewPictureRow) => ({
  ...meta,
  id,
  width,
  height,
  sha256,
  bytes,
  createdAt: createdAt.toISOString(),
})
