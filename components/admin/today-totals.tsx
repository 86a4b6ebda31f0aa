import type { Totals } from '@/lib/contract/owner-report'
import { formatMicros } from '@/lib/money'
import { Section } from './section'

type Props = { totals: Totals; mode: 'krea' | 'sandbox' }

export function TodayTotals({ totals: { spentToday, reservedToday, capToday }, mode }: Props) {
  const left = capToday === null ? null : Math.max(0, capToday - spentToday - reservedToday)
  const figures = [
    ['Spent', formatMicros(spentToday)],
    ['Reserved for running jobs', formatMicros(reservedToday)],
    ['Left', left === null ? 'No limit' : formatMicros(left)],
  ]
  return (
    <Section
      title="Today"
      aside={mode === 'sandbox' && <p className="text-muted">Sandbox: play money</p>}
    >
      <dl className="grid gap-px overflow-hidden rounded-lg border bg-line sm:grid-cols-3">
        {figures.map(([label, figure]) => (
          <div key={label} className="grid gap-0.5 bg-panel px-4 py-3">
            <dt className="text-muted">{label}</dt>
            <dd className="font-medium text-lg tabular-nums">{figure}</dd>
          </div>
        ))}
      </dl>
      <p className="text-muted">Days begin at midnight UTC.</p>
    </Section>
  )
}
