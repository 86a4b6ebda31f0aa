import { postGuest } from '@/lib/contract/reviews/guest-routes'
import { setGuestCookie } from '@/lib/server/reviews/guests/guest-cookie'
import { addGuest, renameGuest } from '@/lib/server/reviews/guests/name-guest'
import { visitReview } from '@/lib/server/reviews/guests/visit'
import { readYou } from '@/lib/server/reviews/guests/you'
import { methods, route } from '@/lib/server/route'

const enter = route(
  postGuest,
  async ({ request, params, body, principal, services: { reviews } }) => {
    const { db, review, guest } = await visitReview(reviews, request, principal, params.secret)
    const now = reviews.now()
    await reviews.rates.requireFewNewGuests(principal.address, now)
    const { name } = await body()
    if (guest !== null) {
      const renamed = await renameGuest({ db, review }, guest, name, now)
      reviews.feed.announce()
      return { body: { you: await readYou(db, renamed) } }
    }
    const added = await addGuest(db, review.id, name, now)
    reviews.feed.announce()
    return {
      body: { you: await readYou(db, added.guest) },
      headers: { 'Set-Cookie': setGuestCookie(request, review.id, added.token) },
    }
  },
  { loggedAs: '/api/r/…/guest' },
)

export const { DELETE, GET, PATCH, POST, PUT } = methods(enter)
