import { X } from 'lucide-react'
import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { formatStatus } from '@/lib/contract/job-status'
import type { Job } from '@/lib/contract/jobs'
import { cancel } from '@/lib/engine/follow'
import { progress } from '@/lib/engine/progress'
import { cancelSubmit } from '@/lib/engine/submit'
import { type GalleryRecord, startOf } from '@/lib/record/record'
import { useConnectionLost } from '../notices/use-connection'
import { TimelineButton } from './timeline-button'
import { useNow } from './use-now'

type Props = { record: GalleryRecord; job: Job | null }

/** A running job: its status, its progress, and a button to cancel it. */
export function RunningTile({ record, job }: Props) {
  const elapsedMs = Math.max(0, useNow() - startOf(record))
  const { typicalSeconds } = record
  const done = typicalSeconds === null ? null : progress(elapsedMs, typicalSeconds * 1000)
  const isReconnecting = useConnectionLost(job?.id)

  return (
    <>
      <div className="absolute top-1.5 right-1.5 flex [&_button]:bg-panel/90">
        <span className="opacity-0 focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:hidden">
          <TimelineButton record={record} iconOnly />
        </span>
        <CancelButton record={record} job={job} />
      </div>
      <div className="absolute inset-x-0 bottom-0 space-y-1.5 bg-panel/85 backdrop-blur-sm px-2.5 pt-2 pb-2.5">
        <div className="flex flex-wrap items-baseline justify-between gap-x-2 text-xs">
          <span className="font-medium">{isReconnecting ? 'Reconnecting…' : statusOf(record)}</span>
          <span className="text-muted tabular-nums">{formatElapsed(elapsedMs, record)}</span>
        </div>
        <div
          role="progressbar"
          aria-label="Estimated progress"
          aria-valuenow={done === null ? undefined : Math.round(done * 100)}
          className="h-0.5 overflow-hidden rounded-full bg-line"
        >
          {done === null ? (
            <div className="h-full animate-pulse bg-accent/50" />
          ) : (
            <div
              className="h-full origin-left bg-accent transition-transform duration-1000 ease-linear"
              style={{ transform: `scaleX(${done.toFixed(3)})` }}
            />
          )}
        </div>
      </div>
    </>
  )
}

function statusOf({ state }: GalleryRecord): string {
  if (state.kind === 'running') return formatStatus(state.job.status)
  return state.kind === 'submitting' && state.isCancelled ? 'Cancelling…' : 'Sending'
}

/** Works from the first moment: a job that Krea has not named yet is cancelled as soon as it does. */
function CancelButton({ record, job }: Props) {
  const { id, state } = record
  const isCancelled = state.kind === 'submitting' && state.isCancelled
  const [isCancelling, start] = useTransition()
  return (
    <Button
      size="icon"
      look="quiet"
      aria-label="Cancel"
      title="Cancel"
      disabled={isCancelling || isCancelled}
      onClick={() =>
        start(() => (job ? cancel(id, job.id) : cancelSubmit(id)).catch(() => undefined))
      }
    >
      <X size={15} aria-hidden />
    </Button>
  )
}

/** A job is late after so many times its typical time. */
const lateFactor = 1.5

function formatElapsed(elapsedMs: number, { typicalSeconds }: GalleryRecord): string {
  const seconds = Math.floor(elapsedMs / 1000)
  const elapsed =
    seconds < 100 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
  if (typicalSeconds === null) return elapsed
  if (seconds > typicalSeconds * lateFactor + 1) return `${elapsed}, longer than usual`
  return `${elapsed} of about ${Math.max(1, Math.round(typicalSeconds))} s`
}
