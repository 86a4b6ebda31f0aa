import { call, pathOf } from '@/lib/api/call'
import { basePath } from '@/lib/base-path'
import type { ReviewOptions } from '@/lib/contract/reviews/options'
import {
  deleteReview,
  deleteReviewComment,
  deleteReviewPicture,
  getReview,
  mergeReviewGuests,
  patchReview,
  patchReviewComment,
} from '@/lib/contract/reviews/owner-routes'
import type { Review } from '@/lib/contract/reviews/review'
import { ownerHeaders } from '@/lib/transfer/publish/send-picture'

/** An answer to a read. `gone`: there is no such review, or it is not this browser's. */
export type ReviewAnswer =
  | { kind: 'review'; review: Review; etag: string | null }
  | { kind: 'unchanged' }
  | { kind: 'gone' }

/** What an owner can send and read, with the key if this browser has it. */
export function ownerCalls(id: string, manageKey: string | null) {
  const headers = ownerHeaders({ manageKey })
  const options = { headers }
  return {
    async read(etag: string | null): Promise<ReviewAnswer> {
      const response = await fetch(basePath + pathOf(getReview, { params: { id } }), {
        cache: 'no-store',
        headers: { ...headers, ...(etag === null ? {} : { 'If-None-Match': etag }) },
      })
      if (response.status === 304) return { kind: 'unchanged' }
      if (response.status === 404) return { kind: 'gone' }
      if (!response.ok) throw new Error(`the review answered ${response.status}`)
      const { review } = getReview.answer.parse(await response.json())
      return { kind: 'review', review, etag: response.headers.get('etag') }
    },
    setState: (state: 'open' | 'closed' | 'revoked') =>
      call(patchReview, { params: { id }, body: { state } }, options),
    setTexts: (change: { title: string; brief: string; question: string }) =>
      call(patchReview, { params: { id }, body: change }, options),
    setOptions: (change: Partial<ReviewOptions>) =>
      call(patchReview, { params: { id }, body: { options: change } }, options),
    show: (shown: string | null) => call(patchReview, { params: { id }, body: { shown } }, options),
    remove: () => call(deleteReview, { params: { id } }, options),
    removePicture: (pictureId: string) =>
      call(deleteReviewPicture, { params: { id, pictureId } }, options),
    changeComment: (commentId: string, body: { answer?: string | null; isResolved?: boolean }) =>
      call(patchReviewComment, { params: { id, commentId }, body }, options),
    removeComment: (commentId: string) =>
      call(deleteReviewComment, { params: { id, commentId } }, options),
    merge: (from: string, into: string) =>
      call(mergeReviewGuests, { params: { id }, body: { from, into } }, options),
  }
}

export type OwnerCalls = ReturnType<typeof ownerCalls>
