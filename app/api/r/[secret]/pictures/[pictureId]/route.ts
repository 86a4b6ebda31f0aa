import { ApiError } from '@/lib/contract/errors'
import { getGuestPicture } from '@/lib/contract/reviews/guest-routes'
import { visitReview } from '@/lib/server/reviews/guests/visit'
import { pictureResponse, requireShared } from '@/lib/server/reviews/pictures/picture-response'
import { methods, route } from '@/lib/server/route'

const read = route(
  getGuestPicture,
  async ({ request, params, query, principal, services: { reviews } }) => {
    const { db, review } = await visitReview(reviews, request, principal, params.secret)
    if (query.size === 'original' && !review.options.downloads)
      throw new ApiError('forbidden', 'The pictures of this review are to look at only.')
    const picture = requireShared(await reviews.sharedView.picturesOf(db, review), params)
    return pictureResponse(reviews.storage, picture, query.size)
  },
  { loggedAs: '/api/r/…/pictures' },
)

export const { DELETE, GET, PATCH, POST, PUT } = methods(read)
