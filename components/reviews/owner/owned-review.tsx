import { useEffect, useState } from 'react'
import { lazyPart } from '@/components/ui/lazy-part'
import type { Review } from '@/lib/contract/reviews/review'
import { CommentList } from './comment-list'
import { GuestList } from './guest-list'
import { OwnerHeader } from './owner-header'
import { ResultList } from './result-list'
import type { SendChange } from './use-owned-review'

const Presenter = lazyPart(() => import('../present/presenter').then((file) => file.Presenter))

type Props = { review: Review; send: SendChange; manageKey: string | null }

const presentHash = '#present'

export function OwnedReview({ review, send, manageKey }: Props) {
  const [isPresenting, setPresenting] = useState(false)
  useEffect(() => setPresenting(location.hash === presentHash), [])
  const present = (isOn: boolean) => {
    setPresenting(isOn)
    history.replaceState(history.state, '', isOn ? presentHash : location.pathname)
  }
  return (
    <main className="mx-auto grid w-full max-w-6xl gap-8 p-4 pb-16 sm:p-6">
      <OwnerHeader
        review={review}
        send={send}
        manageKey={manageKey}
        onPresent={() => present(true)}
        onPresentNear={Presenter.preload}
      />
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <ResultList review={review} send={send} />
        <div className="grid content-start gap-8">
          <GuestList review={review} send={send} />
          <CommentList review={review} send={send} />
        </div>
      </div>
      {isPresenting ? (
        <Presenter review={review} send={send} onClose={() => present(false)} />
      ) : null}
    </main>
  )
}
