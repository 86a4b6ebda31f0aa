import { postDone } from '@/lib/contract/reviews/guest-routes'
import { recordDone } from '@/lib/server/reviews/guests/name-guest'
import { visitAsGuest } from '@/lib/server/reviews/guests/visit'
import { readYou } from '@/lib/server/reviews/guests/you'
import { methods, route } from '@/lib/server/route'

const finish = route(
  postDone,
  async ({ request, params, principal, services: { reviews } }) => {
    const { db, review, guest } = await visitAsGuest(reviews, request, principal, params.secret)
    const done = await recordDone({ db, review }, guest, reviews.now())
    reviews.feed.announce()
    return { body: { you: await readYou(db, done) } }
  },
  { loggedAs: '/api/r/…/done' },
)

export const { DELETE, GET, PATCH, POST, PUT } = methods(finish)
