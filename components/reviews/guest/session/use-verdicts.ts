import { useState } from 'react'
import type { Verdict } from '@/lib/contract/reviews/verdicts'
import type { GuestActions } from './guest-actions'
import { countPicks, verdictOf } from './guest-view-changes'
import type { ReviewSession } from './review-session'

/** Picks and ratings, each of which can be undone in turn. @param announce shows a sentence */
export function useVerdicts(
  session: ReviewSession,
  actions: GuestActions,
  announce: (sentence: string) => void,
) {
  const [past, setPast] = useState<{ pictureId: string; before: Verdict }[]>([])

  async function set(pictureId: string, change: Partial<Verdict>) {
    const before = verdictOf(session.read().view, pictureId)
    announce('')
    if (await actions.setVerdict(pictureId, change))
      setPast((all) => [...all, { pictureId, before }])
  }

  function togglePick(pictureId: string) {
    const { view } = session.read()
    const { picks, maxPicks } = view.review.options
    const { pick } = verdictOf(view, pictureId)
    if (!picks) return
    if (!pick && maxPicks !== null && countPicks(view) >= maxPicks)
      announce(`You have picked ${maxPicks} of ${maxPicks}. Take one back to pick another.`)
    else void set(pictureId, { pick: !pick })
  }

  function rate(pictureId: string, rating: number | null) {
    if (session.read().view.review.options.ratings) void set(pictureId, { rating })
  }

  const last = past.at(-1)
  const undo = last
    ? () => {
        setPast(past.slice(0, -1))
        void actions.setVerdict(last.pictureId, last.before)
      }
    : undefined
  return { togglePick, rate, undo }
}
