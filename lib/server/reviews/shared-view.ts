import 'server-only'
import { LRUCache } from 'lru-cache'
import type { Tally } from '@/lib/contract/reviews/results'
import type { Database } from '../db/database'
import type { ReviewPictureRow, ReviewRow } from '../db/review-tables'
import { type AuthoredComment, readComments, readPictures, readTallies } from './read-parts'

const maxReviews = 100

export type SharedView = ReturnType<typeof createSharedView>

/** The parts of reviews that guests have in common, read once a revision however many ask. */
export function createSharedView() {
  const pictures = createCache<ReviewPictureRow[]>()
  const comments = createCache<AuthoredComment[]>()
  const tallies = createCache<Tally[]>()

  return {
    picturesOf: (db: Database, { id, revision }: ReviewRow) =>
      pictures(`${id} ${revision}`, () => readPictures(db, id)),
    commentsOf: (db: Database, review: ReviewRow) =>
      comments(verdictKey(review), () => readComments(db, review.id)),
    talliesOf: (db: Database, review: ReviewRow) =>
      tallies(verdictKey(review), () => readTallies(db, review.id)),
  }
}

const verdictKey = ({ id, revision, verdictRevision }: ReviewRow) =>
  `${id} ${revision} ${verdictRevision}`

function createCache<T extends object>() {
  const cache = new LRUCache<string, Promise<T>>({ max: maxReviews })
  return (key: string, read: () => Promise<T>): Promise<T> => {
    const cached = cache.get(key)
    if (cached) return cached
    const reading = read()
    cache.set(key, reading)
    reading.catch(() => cache.delete(key))
    return reading
  }
}
