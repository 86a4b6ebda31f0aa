import { placed } from '@/lib/base-path'
import { formatStatus } from '@/lib/contract/job-status'
import type { UnownedJob } from '@/lib/contract/owner-report'
import { Section } from './section'

/** @param jobs null if Krea could not be asked */
export function UnownedJobs({ jobs }: { jobs: UnownedJob[] | null }) {
  return (
    <Section title="Recovered">
      <p className="max-w-prose text-muted">
        Jobs of your Krea token that no submission here owns: made by another program, or their
        answer was lost. To adopt one puts it into the gallery of this browser.
      </p>
      {jobs === null && <p role="status">Krea could not be asked just now.</p>}
      {jobs?.length === 0 && <p>There are none among the latest 100.</p>}
      {jobs !== null && jobs.length > 0 && (
        <ul className="divide-y rounded-lg border bg-panel">
          {jobs.map((job) => (
            <Item key={job.id} job={job} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function Item({ job: { id, status, createdAt } }: { job: UnownedJob }) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2">
      <code className="min-w-0 break-all font-mono text-xs">{id}</code>
      <span>{formatStatus(status)}</span>
      <time dateTime={createdAt} className="text-muted tabular-nums">
        {createdAt.slice(0, 19).replace('T', ' ')}
      </time>
      <a
        href={placed(`/?adopt=${id}`)}
        className="ml-auto underline underline-offset-2"
        aria-label={`Adopt ${id}`}
      >
        Adopt
      </a>
    </li>
  )
}
