import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { showNotice } from '@/components/gallery/notices/notice'
import type { Review } from '@/lib/contract/reviews/review'
import { changeOwnReview } from '@/lib/transfer/publish/own-reviews'
import { listenToReview } from '../listen-to-review'
import { type OwnerCalls, ownerCalls } from './owner-calls'
import { useManageKey } from './use-manage-key'

type State = { kind: 'loading' } | { kind: 'gone' } | { kind: 'review'; review: Review }

const presenceMs = 10_000

/** A review as its owner sees it, read again whenever the server reports a change. */
export function useOwnedReview(id: string) {
  const manageKey = useManageKey(id)
  const calls = useMemo(() => ownerCalls(id, manageKey ?? null), [id, manageKey])
  const [state, setState] = useState<State>({ kind: 'loading' })
  const etag = useRef<string | null>(null)
  /** Reads are numbered: an answer that comes after that of a later read is old. */
  const reads = useRef({ last: 0, shown: 0 })

  const refresh = useCallback(async () => {
    const number = ++reads.current.last
    const answer = await calls.read(etag.current).catch(() => null)
    if (answer === null || answer.kind === 'unchanged') return
    if (number < reads.current.shown) return
    reads.current.shown = number
    if (answer.kind === 'gone') return setState({ kind: 'gone' })
    const { review } = answer
    etag.current = answer.etag
    setState({ kind: 'review', review })
    changeOwnReview(id, (own) => ({
      ...own,
      title: review.title,
      url: review.url ?? own.url,
      live: review.state === 'open' || review.state === 'closed' ? review.options.live : 'off',
    }))
  }, [calls, id])

  useEffect(() => {
    if (manageKey === undefined) return
    void refresh()
    // Whether a guest is still here is no change that is reported.
    const timer = setInterval(() => document.hidden || void refresh(), presenceMs)
    const stop = listenToReview(`/api/reviews/${id}/events`, {
      onChange: () => void refresh(),
      onShown: () => void refresh(),
    })
    return () => {
      clearInterval(timer)
      stop()
    }
  }, [id, manageKey, refresh])

  /** Sends a change; a refusal is shown. @returns whether it was written */
  const send = useCallback(
    async (change: (calls: OwnerCalls) => Promise<unknown>): Promise<boolean> => {
      try {
        await change(calls)
        await refresh()
        return true
      } catch (error) {
        showNotice(error instanceof Error ? error.message : 'That could not be sent.')
        return false
      }
    },
    [calls, refresh],
  )

  return { state, send, manageKey: manageKey ?? null }
}

export type SendChange = ReturnType<typeof useOwnedReview>['send']
