import { useEffect, useRef } from 'react'
import useSWR from 'swr'
import { useOpenRecords } from '@/components/gallery/use-records'
import { budgetPath, type Remaining, readBudget, tightestLimit } from '@/lib/api/budget'
import type { RemainingBudget as Answer } from '@/lib/contract/budget'
import { dollars } from '@/lib/money'

const refreshMs = 60_000
/** Jobs that begin or end together are asked about once. */
const debounceMs = 400

/** Others spend too. Where nothing is limited, nothing is asked again. */
const refreshInterval = (answer?: Answer) => (answer && tightestLimit(answer) ? refreshMs : 0)

const swrOptions = { refreshInterval, shouldRetryOnError: false }

/** What may still be spent, kept true as jobs begin and end. Nothing where there is no limit. */
export function RemainingBudgetNote({ cost }: { cost: number | null }) {
  const { data, mutate } = useSWR<Answer, unknown>(budgetPath, readBudget, swrOptions)
  const open = useOpenRecords()
  const inFlight = open.map(({ id, state }) => `${id} ${state.kind}`).join()
  const remaining = data ? tightestLimit(data) : null
  const limited = remaining !== null

  const seen = useRef(inFlight)

  // Each change of what is under way moves money.
  useEffect(() => {
    if (!limited || seen.current === inFlight) return
    seen.current = inFlight
    const timer = setTimeout(() => void mutate(), debounceMs)
    return () => clearTimeout(timer)
  }, [inFlight, limited, mutate])

  if (remaining === null) return null
  const short = cost !== null && cost > remaining.dollars
  return (
    <span
      className={`truncate text-2xs ${short ? 'font-semibold' : ''}`}
      title={formatLimits(data)}
    >
      {short ? 'only ' : ''}
      {dollars(remaining.dollars)} left
      <span className="max-lg:hidden">{whose[remaining.of]}</span>
    </span>
  )
}

const whose: Record<Remaining['of'], string> = {
  everyone: ' today',
  visitor: ' for you today',
  pass: ' on your pass',
}

function formatLimits(answer?: Answer): string | undefined {
  if (!answer) return undefined
  const { leftToday, leftForYou, pass } = answer
  const own = pass ? `the pass of ${pass.name}` : 'you'
  const until = pass?.expiresAt ? `, until ${new Date(pass.expiresAt).toLocaleDateString()}` : ''
  return [
    leftForYou === null ? '' : `${dollars(leftForYou)} for ${own}${until}.`,
    leftToday === null
      ? ''
      : `${dollars(leftToday)} for everyone today, whole again at midnight UTC.`,
  ]
    .filter(Boolean)
    .join(' ')
}
