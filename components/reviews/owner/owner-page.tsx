'use client'

import { dismissNotice, useNotice } from '@/components/gallery/notices/notice'
import { ProblemBar } from '../problem-bar'
import { OwnedReview } from './owned-review'
import { useOwnedReview } from './use-owned-review'

/** A review's results and controls, for whoever made it or has its manage link. */
export function OwnerPage({ id }: { id: string }) {
  const notice = useNotice()
  const { state, send, manageKey } = useOwnedReview(id)
  switch (state.kind) {
    case 'loading':
      return (
        <main className="grid min-h-dvh place-content-center">
          <p role="status" className="text-muted">
            Reading the review…
          </p>
        </main>
      )
    case 'gone':
      return (
        <main className="mx-auto grid min-h-dvh w-full max-w-sm content-center gap-3 p-6">
          <h1 className="font-semibold text-lg">This review cannot be opened here</h1>
          <p className="text-muted">
            It was deleted, or this browser is not its owner’s. Open it in the browser that made it,
            or by its manage link.
          </p>
        </main>
      )
    case 'review':
      return (
        <>
          <OwnedReview review={state.review} send={send} manageKey={manageKey} />
          <ProblemBar sentence={notice?.sentence ?? ''} onDismiss={dismissNotice} />
        </>
      )
    default:
      return state satisfies never
  }
}
