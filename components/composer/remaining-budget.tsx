import { useEffect, useRef } from 'react'
import useSWR from 'swr'
import { useOpenRecords } from '@/components/gallery/use-records'
import { budgetPath, type Remaining, readBudget, tightestLimit } from '@/lib/api/budget'
import type { RemainingBudget as Answer } from '@/lib/contract/budget'
import { dollars } from '@/lib/money'

const everyMs = 60_000
/** Jobs that begin or end together are asked about once. */
const settleMs = 400

/** Others spend too. Where nothing is limited, nothing is asked again. */
const refreshInterval = (answer?: Answer) => (answer && tightestLimit(answer) ? everyMs : 0)

const asking = { refreshInterval, shouldRetryOnError: false }

/** What may still be spent, kept true as jobs begin and end. Nothing where there is no limit. */
export function RemainingBudgetNote({ cost }: { cost: number | null }) {
  const { data, mutate } = useSWR<Answer, unknown>(budgetPath, readBudget, asking)
  const open = useOpenRecords()
  const underWay = open.map(({ id, state }) => `${id} ${state.kind}`).join()
  const left = data ? tightestLimit(data) : null
  const limited = left !== null

  const seen = useRef(underWay)

  // Each change of what is under way moves money.
  useEffect(() => {
    if (!limited || seen.current === underWay) return
    seen.current = underWay
    const timer = setTimeout(() => void mutate(), settleMs)
    return () => clearTimeout(timer)
  }, [underWay, limited, mutate])

  if (left === null) return null
  const short = cost !== null && cost > left.dollars
  return (
    <span className={`truncate text-2xs ${short ? 'font-semibold' : ''}`} title={wordsOf(data)}>
      {short ? 'only ' : ''}
      {dollars(left.dollars)} left
      <span className="max-lg:hidden">{whose[left.of]}</span>
    </span>
  )
}

const whose: Record<Remaining['of'], string> = {
  everyone: ' today',
  visitor: ' for you today',
  pass: ' on your pass',
}

function wordsOf(answer?: Answer): string | undefined {
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
