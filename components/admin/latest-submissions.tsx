import { placed } from '@/lib/base-path'
import type { SubmissionSummary } from '@/lib/contract/owner-report'
import { formatMicros } from '@/lib/money'
import { Section } from './section'

const charges: Record<string, string> = {
  reserved: 'reserved',
  yes: 'charged',
  no: 'not charged',
  unknown: 'possibly charged',
}

export function LatestSubmissions({ rows }: { rows: SubmissionSummary[] }) {
  const csv = (
    <a href={placed('/api/admin/submissions')} download className="underline underline-offset-2">
      Export CSV
    </a>
  )
  return (
    <Section title="Latest submissions" aside={csv}>
      {rows.length === 0 ? (
        <p className="text-muted">Nothing yet.</p>
      ) : (
        <section
          aria-label="Latest submissions, scrolls"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
          tabIndex={0}
          className="overflow-x-auto rounded-lg border bg-panel"
        >
          <table className="w-full min-w-160 border-collapse">
            <thead className="text-left text-muted">
              <tr className="border-b">
                <Head>Time, UTC</Head>
                <Head>Who</Head>
                <Head>Model</Head>
                <Head>Prompt</Head>
                <Head>State</Head>
                <Head right>Price</Head>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.key} row={row} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Section>
  )
}

function Head({ children, right = false }: { children: string; right?: boolean }) {
  return (
    <th scope="col" className={`px-3 py-2 font-normal ${right ? 'text-right' : ''}`}>
      {children}
    </th>
  )
}

function Row({ row }: { row: SubmissionSummary }) {
  return (
    <tr className="border-b align-top last:border-0">
      <td className="whitespace-nowrap px-3 py-2 tabular-nums">
        <time dateTime={row.at}>{row.at.slice(0, 19).replace('T', ' ')}</time>
      </td>
      <td className="px-3 py-2">{row.who}</td>
      <td className="break-all px-3 py-2">{row.model}</td>
      <td className="px-3 py-2">
        <span className="line-clamp-2">{row.prompt}</span>
      </td>
      <td className="whitespace-nowrap px-3 py-2">{row.state}</td>
      <td className="whitespace-nowrap px-3 py-2 text-right tabular-nums">
        {row.exact ? '' : 'at most '}
        {formatMicros(row.micros)}
        <span className="block text-muted text-xs">{charges[row.charged] ?? row.charged}</span>
      </td>
    </tr>
  )
}
