import { imageAddress } from '@/lib/api/jobs'
import { placed } from '@/lib/base-path'
import { formatStatus } from '@/lib/contract/job-status'
import type { UnownedJob } from '@/lib/contract/owner-report'
import { Section } from './section'

/** @param jobs null if Krea could not be asked */
export function UnownedJobs({ jobs }: { jobs: UnownedJob[] | null }) {
  const pictures = jobs?.filter(({ status, image }) => status === 'completed' && image) ?? []
  const addAll = (
    <a
      href={placed(`/?adopt=${pictures.map(({ id }) => id).join(',')}`)}
      className="underline underline-offset-2"
    >
      Add {pictures.length} to gallery
    </a>
  )
  return (
    <Section title="Unclaimed jobs" aside={pictures.length > 1 && addAll}>
      <p className="max-w-prose text-muted">
        Jobs made with your token but not from here, or whose response was lost.
      </p>
      {jobs === null && <p role="status">Krea could not be reached.</p>}
      {jobs?.length === 0 && <p>None among the latest 100.</p>}
      {jobs !== null && jobs.length > 0 && (
        <ul className="max-h-120 divide-y overflow-y-auto rounded-lg border bg-panel">
          {jobs.map((job) => (
            <Item key={job.id} job={job} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function Item({ job: { id, status, createdAt, image } }: { job: UnownedJob }) {
  return (
    <li className="grid grid-cols-[3rem_minmax(0,1fr)_auto] items-center gap-x-4 px-3 py-2">
      {image ? (
        <img
          src={imageAddress(image)}
          alt=""
          loading="lazy"
          width={48}
          height={48}
          className="size-12 rounded bg-raised object-cover"
        />
      ) : (
        <span className="size-12 rounded bg-raised" />
      )}
      <span className="grid min-w-0 gap-0.5">
        <span className="flex flex-wrap gap-x-3">
          {formatStatus(status)}
          <time dateTime={createdAt} className="text-muted tabular-nums">
            {createdAt.slice(0, 19).replace('T', ' ')} UTC
          </time>
        </span>
        <code className="truncate font-mono text-muted text-xs">{id}</code>
      </span>
      <a
        href={placed(`/?adopt=${id}`)}
        className="underline underline-offset-2"
        aria-label={`Add ${id} to gallery`}
      >
        Add to gallery
      </a>
    </li>
  )
}
