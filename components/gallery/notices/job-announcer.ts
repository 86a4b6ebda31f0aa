import { formatStatus } from '@/lib/contract/job-status'
import type { Engine } from '@/lib/engine/engine'
import { failureCard } from '@/lib/record/failure-card'
import type { GalleryRecord } from '@/lib/record/record'
import { isInFlight } from '@/lib/record/record-state'
import { announce } from './announcement'

/** Announces each job that is queued, starts or ends. @returns how to stop */
export function announceJobs({ on }: Pick<Engine, 'on'>): () => void {
  const stops = [
    on('queued', (record) => {
      if (record.state.kind === 'waiting') announce(formatRecord(record))
    }),
    // The end of a quick job, which may have come by now, has an event of its own.
    on('started', (record) => {
      if (isInFlight(record.state.kind)) announce(formatRecord(record))
    }),
    on('ended', (record) => announce(formatRecord(record))),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

function formatRecord({ prompt, modelName, state }: GalleryRecord): string {
  const name = prompt || modelName
  switch (state.kind) {
    case 'waiting':
      return `In the queue: ${name}`
    case 'submitting':
      return `Started: ${name}`
    case 'running':
      return `${formatStatus(state.job.status)}: ${name}`
    case 'saving':
    case 'done':
      return `Done: ${name}`
    case 'failed':
      return `${failureCard(state.failure, state.job !== null).sentence} ${name}`
    case 'cancelled':
      return `Cancelled: ${name}`
    default:
      return state satisfies never
  }
}
