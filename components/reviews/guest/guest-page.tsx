'use client'

import { useMemo, useState } from 'react'
import { lazyPart } from '@/components/ui/lazy-part'
import type { GuestView } from '@/lib/contract/reviews/guest-view'
import { FollowBar } from './follow-bar'
import { GuestBar } from './guest-bar'
import { GuestContext, type GuestContextValue } from './guest-context'
import { GuestProblem } from './guest-problem'
import { PictureGrid } from './picture-grid'
import { ReviewGone } from './review-gone'
import { ReviewHead } from './review-head'
import { guestActions } from './session/guest-actions'
import { useFollowing } from './session/use-following'
import { useReviewSession } from './session/use-review-session'
import { useVerdicts } from './session/use-verdicts'
import { useOpenPicture } from './use-open-picture'

const OpenPicture = lazyPart(() => import('./open/open-picture').then((file) => file.OpenPicture))
const FollowedPicture = lazyPart(() =>
  import('./open/followed-picture').then((file) => file.FollowedPicture),
)
const Pairs = lazyPart(() => import('./open/pairs').then((file) => file.Pairs))
const NameDialog = lazyPart(() => import('./open/name-dialog').then((file) => file.NameDialog))

type Props = {
  secret: string
  initial: GuestView
  /** Of `initial`, as the API would send it. */
  etag: string
}

/** A review as its guests see it. What a guest does shows at once; what others do arrives by itself. */
export function GuestPage({ secret, initial, etag }: Props) {
  const { session, view, isGone, problem } = useReviewSession(secret, initial, etag)
  const actions = useMemo(() => guestActions(session), [session])
  const [announcement, announce] = useState('')
  const { togglePick, rate, undo } = useVerdicts(session, actions, announce)
  const [openId, open] = useOpenPicture(view)
  const [arePairsOpen, setPairsOpen] = useState(false)
  const [waiting, setWaiting] = useState<{ run: () => unknown } | null>(null)
  const following = useFollowing(secret)
  const asGuest = (run: () => unknown) => {
    if (session.read().view.you) run()
    else setWaiting({ run })
  }
  const context: GuestContextValue = {
    secret,
    view,
    actions,
    asGuest,
    togglePick,
    rate,
    undo,
    problem: problem ?? announcement,
    dismissProblem: () => {
      session.dismissProblem()
      announce('')
    },
  }
  if (isGone) return <ReviewGone />
  const { shown } = view
  return (
    <GuestContext value={context}>
      <main className="mx-auto flex min-h-dvh w-full max-w-[110rem] flex-col px-4 sm:px-8">
        {shown.pictureId !== null && !following.isOn ? (
          <FollowBar onFollow={following.start} />
        ) : null}
        <ReviewHead />
        <div className="flex-1">
          {view.pictures.length === 0 ? (
            <p className="text-muted">No pictures yet. They show up here by themselves.</p>
          ) : (
            <PictureGrid onOpen={open} onNear={OpenPicture.preload} />
          )}
        </div>
        <GuestBar onPairs={() => setPairsOpen(true)} onPairsNear={Pairs.preload} />
      </main>
      <GuestProblem />
      {following.isOn ? (
        <FollowedPicture onLeave={following.stop} />
      ) : arePairsOpen ? (
        <Pairs onClose={() => setPairsOpen(false)} />
      ) : openId ? (
        <OpenPicture id={openId} onOpen={open} onClose={() => open(null)} />
      ) : null}
      {waiting ? (
        <NameDialog
          onClose={() => setWaiting(null)}
          onNamed={() => {
            setWaiting(null)
            waiting.run()
          }}
        />
      ) : null}
    </GuestContext>
  )
}
