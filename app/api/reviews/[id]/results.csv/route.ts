import { getReviewCsv } from '@/lib/contract/reviews/owner-routes'
import { reviewCsv } from '@/lib/server/reviews/owner/csv'
import { answerOwn, openOwnReview } from '@/lib/server/reviews/owner/open-own'
import { methods, route } from '@/lib/server/route'

const read = route(getReviewCsv, async ({ services: { reviews }, ...call }) => {
  const { review } = await answerOwn(reviews, await openOwnReview(reviews, call))
  return new Response(reviewCsv(review), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="review-${review.id}.csv"`,
      'Cache-Control': 'no-store',
    },
  })
})

export const { DELETE, GET, PATCH, POST, PUT } = methods(read)
