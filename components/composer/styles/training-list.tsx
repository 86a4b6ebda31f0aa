import { X } from 'lucide-react'
import useSWR from 'swr'
import { Button } from '@/components/ui/button'
import { readJob } from '@/lib/api/jobs'
import type { Job } from '@/lib/contract/jobs'
import { removeTraining, type StartedTraining, trainings } from './trainings'

type Props = { chosen: string[]; canAdd: boolean; onAdd: (id: string) => void }

/** Trainings on their way, and finished ones until they are dismissed. */
export function TrainingList(props: Props) {
  return (
    <ul aria-label="Trainings" className="grid grid-cols-1 gap-1.5">
      {trainings.use().map((training) => (
        <TrainingRow key={training.jobId} training={training} {...props} />
      ))}
    </ul>
  )
}

const pollMs = 4_000

const refreshInterval = (job: Job | undefined) =>
  job === undefined || job.phase === 'pending' ? pollMs : 0

type RowProps = Props & { training: StartedTraining }

function TrainingRow({ training: { jobId, name }, chosen, canAdd, onAdd }: RowProps) {
  const { data: job, error } = useSWR<Job, unknown>(['training', jobId], () => readJob(jobId), {
    refreshInterval,
  })
  const id = job?.styleId
  return (
    <li className="flex min-h-10 items-center gap-2 rounded-md border py-1 pr-1 pl-2.5">
      <p role="status" className="min-w-0 flex-1 text-xs">
        <span className="font-medium">{name}</span>: {describe(job, error)}
      </p>
      {id && (
        <Button size="sm" disabled={chosen.includes(id) || !canAdd} onClick={() => onAdd(id)}>
          {chosen.includes(id) ? 'In use' : 'Use'}
        </Button>
      )}
      {job?.phase !== 'pending' && (
        <Button
          look="quiet"
          size="icon"
          aria-label={`Dismiss the training of ${name}`}
          onClick={() => removeTraining(jobId)}
        >
          <X size={14} aria-hidden />
        </Button>
      )}
    </li>
  )
}

function describe(job: Job | undefined, error: unknown): string {
  if (!job) return error instanceof Error ? error.message : 'in training…'
  switch (job.phase) {
    case 'pending':
      return `in training (${job.status})…`
    case 'succeeded':
      return job.styleId ? 'ready to use.' : 'ended without a style.'
    case 'cancelled':
      return 'cancelled.'
    case 'failed':
      return job.error?.message ?? 'failed.'
    default:
      return job.phase satisfies never
  }
}
