import { useLayoutEffect, useRef } from 'react'
import useSWR from 'swr'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog } from '@/components/ui/dialog'
import type { Job } from '@/lib/contract/jobs'
import { readLoggedRequests } from '@/lib/library/request-log'
import { failureCard } from '@/lib/record/failure-card'
import type { Failure, GalleryRecord } from '@/lib/record/record'
import { FactList } from './fact-list'
import { RemedyButton } from './remedy-button'
import { RemoveButton } from './remove-button'
import { TimelineButton } from './timeline-button'

type Props = { record: GalleryRecord; failure: Failure; job: Job | null; onClose: () => void }

/** Everything known about a failure, to read and to copy into a report. */
export function FailureDialog({ record, failure, job, onClose }: Props) {
  const { sentence, charged, remedy } = failureCard(failure, job !== null)
  const remedyRef = useRef<HTMLSpanElement>(null)
  // After the dialog has opened, which focuses its title.
  useLayoutEffect(() => remedyRef.current?.querySelector<HTMLElement>('button, a')?.focus(), [])
  const ids = job ? [record.id, job.id] : [record.id]
  const { data: requests = [] } = useSWR(['timeline', ...ids], () => readLoggedRequests(ids))
  const facts = {
    'Krea’s status': failure.krea?.status,
    'Krea’s message': failure.krea?.message ?? job?.error?.message,
    Code: failure.code,
    Model: record.model,
    // If the job itself failed, the last request reported it.
    Request: failure.requestId ?? requests.at(-1)?.requestId ?? undefined,
    Job: job?.id,
    Status: job?.status,
    Time: new Date(failure.at).toISOString(),
  }
  return (
    <Dialog open onClose={onClose} title="Error details">
      <p>{sentence}</p>
      <p className="mb-4 text-muted">{charged}</p>
      <FactList facts={facts} />
      <div className="mt-5 flex flex-wrap items-center gap-2">
        <span ref={remedyRef}>
          <RemedyButton record={record} remedy={remedy} onDone={onClose} />
        </span>
        <CopyButton text={JSON.stringify(facts, null, 2)}>Copy details</CopyButton>
        <TimelineButton record={record} />
        <span className="ml-auto">
          <RemoveButton id={record.id} size="md" />
        </span>
      </div>
    </Dialog>
  )
}
