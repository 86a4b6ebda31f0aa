import { use, useEffect, useRef } from 'react'
import useSWR from 'swr'
import { useOpenRecords } from '@/components/gallery/use-records'
import { budgetPath, type Remaining, readBudget, tightestLimit } from '@/lib/api/budget'
import type { Model } from '@/lib/catalog/field'
import { priceOf } from '@/lib/catalog/price'
import type { RemainingBudget as Answer } from '@/lib/contract/budget'
import { reservedAmount } from '@/lib/draft/price'
import { CatalogContext, useDraft } from '@/lib/draft/use-draft'
import { dollars } from '@/lib/money'
import { setAffordable } from './affordable-count'

const refreshMs = 60_000
/** Jobs that start or end together cause one question. */
const debounceMs = 400

/** Others spend too. Without a limit there is nothing to refresh. */
const refreshInterval = (answer?: Answer) => (answer && tightestLimit(answer) ? refreshMs : 0)

const swrOptions = { refreshInterval, shouldRetryOnError: false }

/** The budget that is left, kept true as jobs start and end. Nothing where there is no limit. */
export function RemainingBudgetNote({ model }: { model: Model }) {
  const { data, mutate } = useSWR<Answer, unknown>(budgetPath, readBudget, swrOptions)
  const open = useOpenRecords()
  const inFlight = open.map(({ id, state }) => `${id} ${state.kind}`).join()
  const remaining = data ? tightestLimit(data) : null
  const limited = remaining !== null

  const seen = useRef(inFlight)

  // Each job that starts or ends moves money.
  useEffect(() => {
    if (!limited || seen.current === inFlight) return
    seen.current = inFlight
    const timer = setTimeout(() => void mutate(), debounceMs)
    return () => clearTimeout(timer)
  }, [inFlight, limited, mutate])

  const { models } = use(CatalogContext).catalog
  const count = useDraft((state) => state.count)
  const isPriced = useDraft(({ draft }) => priceOf(model, draft.input)?.exact === true)
  const amount = useDraft(({ draft }) =>
    reservedAmount(model, draft.input, models, data?.unknownPrice),
  )
  const affordable = remaining && countWithin(remaining.dollars, amount)
  useEffect(() => setAffordable(affordable), [affordable])

  if (remaining === null) return null
  const isShort = affordable !== null && affordable < count
  return (
    <span className={`text-2xs ${isShort ? 'font-semibold' : ''}`} title={formatLimits(data)}>
      {!isPriced && `reserves ${dollars(amount * count)}; `}
      {isShort && (affordable > 0 ? `${affordable} of ${count} fit: ` : 'only ')}
      {dollars(remaining.dollars)} left
      {isPriced && <span className="max-lg:hidden">{whose[remaining.of]}</span>}
    </span>
  )
}

/** Amounts are binary fractions: 0.3 pays for three times 0.1. */
const countWithin = (budget: number, price: number): number =>
  price > 0 ? Math.floor(budget / price + 1e-9) : Number.POSITIVE_INFINITY

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
    leftToday === null ? '' : `${dollars(leftToday)} for everyone today; resets at midnight UTC.`,
  ]
    .filter(Boolean)
    .join(' ')
}
