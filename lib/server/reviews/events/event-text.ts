import 'server-only'
import type { ReviewEventName } from '@/lib/contract/reviews/events'
import type { ReviewRow } from '../../db/review-tables'
import { ownerTagOf, tagOf } from '../revisions'
import type { Listener } from './listener'
import type { Watched } from './read-watched'

/** A comment, so that nobody between takes the stream for dead. */
export const heartbeat: string = ':\n\n'

/**
 * What a listener has to be told. The tag is the events' id, and goes out with the last of them: who was cut off
 * between two gets both again.
 */
export function eventsBetween(
  {
    reviewId,
    guestId,
    isOwner,
    tag: before,
  }: Pick<Listener, 'reviewId' | 'guestId' | 'isOwner' | 'tag'>,
  watched: Watched,
): { tag: string; text: string } {
  const review = watched.reviews.get(reviewId)
  if (!review) return { tag: '', text: eventOf('ended', {}) }
  const guest = guestId === null ? null : (watched.guests.get(guestId) ?? null)
  const tag = isOwner ? ownerTagOf(review) : tagOf(review, guest)
  if (tag === before) return { tag, text: '' }
  const isShownKnown = shownPart(tag) === shownPart(before)
  const isRestKnown = restPart(tag) === restPart(before)
  const shown = isShownKnown ? '' : eventOf('shown', shownOf(review), isRestKnown ? tag : null)
  const changed = isRestKnown ? '' : eventOf('changed', {}, tag)
  return { tag, text: shown + changed }
}

const shownOf = ({ shownPictureId, shownRevision }: ReviewRow) => ({
  pictureId: shownPictureId,
  revision: shownRevision,
})

const shownPart = (tag: string) => tag.slice(0, tag.indexOf('.'))
const restPart = (tag: string) => tag.slice(tag.indexOf('.'))

/** @param id `null` for one that others follow */
function eventOf(name: ReviewEventName, data: object, id: string | null = null): string {
  const line = id === null ? '' : `id: ${id}\n`
  return `${line}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
}
