import type { GuestView, You } from '@/lib/contract/reviews/guest-view'
import type { GuestComment, Pair, Verdict } from '@/lib/contract/reviews/verdicts'

const noVerdict: Verdict = { pick: false, rating: null }

export const verdictOf = ({ you }: GuestView, pictureId: string): Verdict =>
  you?.verdicts[pictureId] ?? noVerdict

export const countPicks = ({ you }: GuestView): number =>
  Object.values(you?.verdicts ?? {}).filter(({ pick }) => pick).length

/** The view as it will be once the server has written a verdict. */
export const withVerdict = (view: GuestView, pictureId: string, verdict: Verdict): GuestView =>
  changeYou(view, (you) => ({ ...you, verdicts: { ...you.verdicts, [pictureId]: verdict } }))

export const withPair = (view: GuestView, pair: Pair): GuestView =>
  changeYou(view, (you) => ({
    ...you,
    pairs: [...you.pairs.filter((other) => !isSamePair(other, pair)), pair],
  }))

export const withYou = (view: GuestView, you: You): GuestView => ({ ...view, you })

export const withComment = (view: GuestView, comment: GuestComment): GuestView => ({
  ...view,
  comments: [...view.comments, comment],
})

export const withoutComment = (view: GuestView, id: string): GuestView => ({
  ...view,
  comments: view.comments.filter((comment) => comment.id !== id),
})

const changeYou = (view: GuestView, change: (you: You) => You): GuestView =>
  view.you ? { ...view, you: change(view.you) } : view

const isSamePair = (a: Pair, b: Pair): boolean =>
  (a.left === b.left && a.right === b.right) || (a.left === b.right && a.right === b.left)
