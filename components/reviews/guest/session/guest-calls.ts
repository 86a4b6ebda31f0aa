import { call, pathOf } from '@/lib/api/call'
import { basePath } from '@/lib/base-path'
import { reviewEvents } from '@/lib/contract/reviews/events'
import {
  deleteComment,
  getGuestView,
  postComment,
  postDone,
  postGuest,
  postPair,
  putVerdict,
} from '@/lib/contract/reviews/guest-routes'
import type { GuestView, Shown } from '@/lib/contract/reviews/guest-view'
import type { Pair, Pin, Verdict } from '@/lib/contract/reviews/verdicts'

/** An answer to a read of the view. `gone`: the review has ended, or there is none. */
export type ViewAnswer =
  | { kind: 'view'; view: GuestView; etag: string | null }
  | { kind: 'unchanged' }
  | { kind: 'gone' }

/** @param etag of the last answer: an unchanged view is not sent again. Throws without an answer. */
export async function readView(secret: string, etag: string | null): Promise<ViewAnswer> {
  const response = await fetch(basePath + pathOf(getGuestView, { params: { secret } }), {
    cache: 'no-store',
    headers: etag === null ? {} : { 'If-None-Match': etag },
  })
  if (response.status === 304) return { kind: 'unchanged' }
  if (response.status === 404 || response.status === 410) return { kind: 'gone' }
  if (!response.ok) throw new Error(`the review answered ${response.status}`)
  const view = getGuestView.answer.parse(await response.json())
  return { kind: 'view', view, etag: response.headers.get('etag') }
}

/** What a guest of this link can send. */
export const guestCalls = (secret: string) => ({
  setName: (name: string) => call(postGuest, { params: { secret }, body: { name } }),
  setVerdict: (pictureId: string, verdict: Partial<Verdict>) =>
    call(putVerdict, { params: { secret, pictureId }, body: verdict }),
  setPair: (pair: Pair) => call(postPair, { params: { secret }, body: pair }),
  addComment: (pictureId: string, text: string, at: Pin | null) =>
    call(postComment, { params: { secret, pictureId }, body: { text, at } }),
  deleteComment: (pictureId: string, commentId: string) =>
    call(deleteComment, { params: { secret, pictureId, commentId } }),
  finish: () => call(postDone, { params: { secret } }),
})

export type GuestCalls = ReturnType<typeof guestCalls>

/** The data of a `shown` event; null if it is none. */
export function parseShown(data: string): Shown | null {
  try {
    return reviewEvents.shown.safeParse(JSON.parse(data)).data ?? null
  } catch {
    return null
  }
}
