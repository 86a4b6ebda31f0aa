import { useEffect, useRef } from 'react'
import { formatStatus } from '@/lib/contract/jobs'
import { readRecord } from '@/lib/library/records'
import { failureCard } from '@/lib/record/failure-card'
import type { GalleryRecord } from '@/lib/record/record'
import { useOpenRecords } from '../use-records'
import { announce } from './announcement'

/** Puts into words what happens to the open records. */
export function JobAnnouncer() {
  const open = useOpenRecords()
  const before = useRef<GalleryRecord[]>([])

  useEffect(() => {
    const started = open.find(({ id }) => !before.current.some((record) => record.id === id))
    const ended = before.current.find(({ id }) => !open.some((record) => record.id === id))
    before.current = open
    if (started) announce(wordsFor(started))
    if (ended) void readRecord(ended.id).then((record) => record && announce(wordsFor(record)))
  }, [open])

  return null
}

function wordsFor({ prompt, modelName, state }: GalleryRecord): string {
  const name = prompt || modelName
  switch (state.kind) {
    case 'waiting':
      return `Waiting here: ${name}`
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
  }
}
