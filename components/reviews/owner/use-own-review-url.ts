import type { Review } from '@/lib/contract/reviews/review'
import { useOwnReviews } from '@/lib/transfer/publish/own-reviews'

/** The guests' link: the server tells it only to whoever sends the key, else this browser may remember it. */
export function useOwnReviewUrl({ id, url }: Pick<Review, 'id' | 'url'>): string | null {
  const own = useOwnReviews().find((review) => review.id === id)
  return url ?? own?.url ?? null
}
