import { useEffect } from 'react'
import useSWR from 'swr'
import { budgetPath, readBudget } from '@/lib/api/budget'
import type { RemainingBudget } from '@/lib/contract/budget'
import { isApiError } from '@/lib/contract/errors'
import { type Guest, guestOf } from '@/lib/guest'

const refreshMs = 60_000

type Props = { onChange: (guest: Guest) => void }

/** Keeps the pass of a guest true. Draws nothing. */
export function GuestWatcher({ onChange }: Props) {
  const { data, error } = useSWR<RemainingBudget, unknown>(budgetPath, readBudget, {
    refreshInterval: refreshMs,
    shouldRetryOnError: false,
  })
  useEffect(() => {
    if (isApiError(error) && error.code === 'forbidden')
      return onChange({ kind: 'ended', problem: error.message })
    const guest = data ? guestOf(data) : null
    if (guest) onChange(guest)
  }, [data, error, onChange])
  return null
}
