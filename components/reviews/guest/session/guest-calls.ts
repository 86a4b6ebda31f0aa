import { call } from '@/lib/api/call'
import {
  deleteComment,
  postComment,
  postDone,
  postGuest,
  postPair,
  putVerdict,
} from '@/lib/contract/reviews/guest-routes'
import type { Pair, Pin, Verdict } from '@/lib/contract/reviews/verdicts'

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
