import type { Share } from '@/lib/contract/owner-report'
import { formatMicros } from '@/lib/money'
import { Section } from './section'

/** A bar chart that is a table, for people who cannot see the bars. */
export function SpendingShares({ title, shares }: { title: string; shares: Share[] }) {
  const maxMicros = Math.max(1, ...shares.map(({ micros }) => micros))
  return (
    <Section title={title}>
      {shares.length === 0 ? (
        <p className="text-muted">Nothing yet.</p>
      ) : (
        <table className="w-full table-fixed">
          <caption className="sr-only">{title}: dollars and pictures</caption>
          <colgroup>
            <col />
            <col className="w-20" />
            <col className="w-12" />
          </colgroup>
          <thead className="text-muted text-xs">
            <tr>
              <th scope="col">
                <span className="sr-only">{title}</span>
              </th>
              <th scope="col" className="text-right font-normal">
                Spent
              </th>
              <th scope="col" className="text-right font-normal">
                Jobs
              </th>
            </tr>
          </thead>
          <tbody>
            {shares.map(({ id, label, micros, jobs }) => (
              <tr key={id} className="border-b last:border-0">
                <th scope="row" className="py-1.5 pr-3 text-left font-normal">
                  <span className="block truncate" title={label}>
                    {label}
                  </span>
                  <Bar share={micros / maxMicros} />
                </th>
                <td className="text-right align-top tabular-nums py-1.5">{formatMicros(micros)}</td>
                <td className="py-1.5 text-right align-top text-muted tabular-nums">{jobs}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}

/** An SVG, because the content policy forbids inline styles. */
function Bar({ share }: { share: number }) {
  return (
    <svg aria-hidden="true" className="mt-1 h-1.5 w-full" preserveAspectRatio="none">
      <rect width="100%" height="100%" rx="2" className="fill-raised" />
      <rect width={`${(share * 100).toFixed(1)}%`} height="100%" rx="2" className="fill-accent" />
    </svg>
  )
}
