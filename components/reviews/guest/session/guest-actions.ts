import type { GuestView } from '@/lib/contract/reviews/guest-view'
import type { Pair, Pin, Verdict } from '@/lib/contract/reviews/verdicts'
import {
  verdictOf,
  withComment,
  withoutComment,
  withPair,
  withVerdict,
  withYou,
} from './guest-view-changes'
import type { ReviewSession } from './review-session'

const unchanged = (view: GuestView) => view

/** What a named guest can do. Each shows at once, and answers whether the server has written it. */
export const guestActions = (session: ReviewSession) => ({
  setName: (name: string) =>
    session.change(unchanged, async (calls) => {
      const { you } = await calls.setName(name)
      return (view) => withYou(view, you)
    }),
  setVerdict: (pictureId: string, change: Partial<Verdict>) => {
    const verdict = { ...verdictOf(session.read().view, pictureId), ...change }
    return session.change(
      (view) => withVerdict(view, pictureId, verdict),
      async (calls) => void (await calls.setVerdict(pictureId, change)),
    )
  },
  setPair: (pair: Pair) =>
    session.change(
      (view) => withPair(view, pair),
      async (calls) => void (await calls.setPair(pair)),
    ),
  addComment: (pictureId: string, text: string, at: Pin | null) =>
    session.change(unchanged, async (calls) => {
      const { comment } = await calls.addComment(pictureId, text, at)
      return (view) => withComment(view, comment)
    }),
  deleteComment: (pictureId: string, id: string) =>
    session.change(
      (view) => withoutComment(view, id),
      async (calls) => void (await calls.deleteComment(pictureId, id)),
    ),
  finish: () =>
    session.change(unchanged, async (calls) => {
      const { you } = await calls.finish()
      return (view) => withYou(view, you)
    }),
})

export type GuestActions = ReturnType<typeof guestActions>
