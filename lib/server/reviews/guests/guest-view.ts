import 'server-only'
import type { GuestView } from '@/lib/contract/reviews/guest-view'
import { guestCommentOf } from '../comment-answer'
import { readComments } from '../read-parts'
import { seesOthers } from '../revisions'
import type { SharedView } from '../shared-view'
import { guestPicturesOf } from './guest-pictures'
import type { Visit } from './visit'
import { readYou } from './you'

/** What this guest's page is drawn from. The others' verdicts are not read at all while they are hidden. */
export async function readGuestView(
  shared: SharedView,
  { db, review, guest }: Visit,
): Promise<GuestView> {
  const guestId = guest?.id ?? null
  const isShared = seesOthers(review, guest)
  const [pictures, you, comments, results] = await Promise.all([
    shared.picturesOf(db, review),
    guest && readYou(db, guest),
    isShared ? shared.commentsOf(db, review) : guest ? readComments(db, review.id, guest.id) : [],
    isShared ? shared.talliesOf(db, review) : undefined,
  ])
  return {
    review: {
      title: review.title,
      brief: review.brief,
      question: review.question,
      options: { ...review.options, endsAt: review.expiresAt?.toISOString() ?? null },
      state: review.isClosed ? 'closed' : 'open',
    },
    pictures: guestPicturesOf(pictures, review, guestId),
    you,
    comments: comments.map((comment) => guestCommentOf(comment, guestId)),
    ...(results && { results }),
    shown: { pictureId: review.shownPictureId, revision: review.shownRevision },
  }
}
