import { memo, useEffect, useLayoutEffect, useState } from 'react'
import useSWR, { mutate, type SWRConfiguration } from 'swr'
import { jobPath } from '@/lib/api/jobs'
import { onLoggedRequest } from '@/lib/api/request-log'
import { ApiError, errorTable } from '@/lib/contract/errors'
import { follow, refreshInterval } from '@/lib/engine/follow'
import { useLeader } from '@/lib/engine/leader'
import { liveSettings } from '@/lib/engine/live-settings'
import { retryDelay } from '@/lib/engine/poll'
import { admit } from '@/lib/engine/queue-actions'
import { queueBackoff } from '@/lib/engine/queue-backoff'
import { savePicture } from '@/lib/engine/save-picture'
import { resumeSubmit } from '@/lib/engine/submit'
import { keepPreviews } from '@/lib/library/previews'
import { isQuotaError } from '@/lib/library/quota'
import { deleteLoggedRequestsBefore, saveLoggedRequest } from '@/lib/library/request-log'
import { freeSlots, inOrder } from '@/lib/record/queue'
import type { Failure, GalleryRecord } from '@/lib/record/record'
import { JobNotifications } from './notices/job-notifications'
import { setConnection } from './notices/use-connection'
import { useStorage } from './storage/use-storage'
import { useOpenRecords } from './use-records'

/**
 * Brings every unfinished record to its end, whether its tile is in view or not: asks again for lost
 * answers, polls jobs, saves pictures. One tab does it for all.
 */
export function EngineTasks() {
  const leads = useLeader()
  useEffect(() => onLoggedRequest((exchange) => void saveLoggedRequest(exchange).catch(ignore)), [])
  return (
    <>
      <JobNotifications leads={leads} />
      {leads ? <LeaderTasks /> : null}
    </>
  )
}

/** A timeline with a gap is better than a page that stops for it. */
const ignore = () => undefined

const timelinesKeptMs = 7 * 86_400_000

function LeaderTasks() {
  const open = useOpenRecords()
  useEffect(() => void deleteLoggedRequestsBefore(Date.now() - timelinesKeptMs).catch(ignore), [])
  return (
    <>
      <Queue open={open} />
      {open.map((record) => (
        <RecordTask key={record.id} record={record} />
      ))}
    </>
  )
}

/** Lets waiting records go, each time a place may have become free or a hold has ended. */
function Queue({ open }: { open: GalleryRecord[] }) {
  const { untilMs } = queueBackoff.use()
  const { mostUnderWay } = liveSettings.use()

  useEffect(() => {
    const free = freeSlots(open, mostUnderWay, queueBackoff.read(), Math.max(Date.now(), untilMs))
    if (free === 0 || inOrder(open).length === 0) return
    const timer = setTimeout(() => void admit(), Math.max(0, untilMs - Date.now()))
    return () => clearTimeout(timer)
  }, [open, mostUnderWay, untilMs])
  return null
}

/** What is due for a record depends on its state alone. */
const RecordTask = memo(function Duty({ record }: { record: GalleryRecord }) {
  const { id, state } = record
  switch (state.kind) {
    case 'submitting':
      return <Submit id={id} />
    case 'running':
      return (
        <>
          <Poll record={record} jobId={state.job.id} />
          <Previews id={id} count={record.previews.length} />
        </>
      )
    case 'saving':
      return (
        <>
          <Save id={id} problem={state.problem} />
          <Previews id={id} count={record.previews.length} />
        </>
      )
    default:
      return null
  }
})

/** A full storage had no room for the answer: it is asked for again once there is. */
function Submit({ id }: { id: string }) {
  const isFull = useStorage()?.full ?? false
  useEffect(() => {
    if (!isFull) void resumeSubmit(id)
  }, [id, isFull])
  return null
}

const polling: SWRConfiguration<GalleryRecord | undefined> = {
  refreshInterval,
  refreshWhenHidden: true,
  dedupingInterval: 300,
  focusThrottleInterval: 500,
  onErrorRetry(error: unknown, _key, _config, revalidate, { retryCount }) {
    const retryAfterMs = error instanceof ApiError ? error.retryAfterMs : undefined
    setTimeout(
      () => revalidate({ retryCount }),
      retryDelay(retryCount, Math.random(), retryAfterMs),
    )
  },
}

/** A job this page has just been told of is not read again at once. */
const justToldMs = 1_500

function Poll({ record, jobId }: { record: GalleryRecord; jobId: string }) {
  const { id } = record
  const key = jobPath(jobId)
  const [first] = useState(record)
  const [revalidateOnMount] = useState(() => Date.now() - progressAt(record) > justToldMs)
  // Before SWR starts its timer: the first interval depends on the record too.
  useLayoutEffect(() => void mutate(key, first, { revalidate: false }), [key, first])
  const { error } = useSWR<GalleryRecord | undefined, unknown>(key, () => follow(id, jobId), {
    ...polling,
    revalidateOnMount,
  })
  const isLost = error !== undefined && !isQuotaError(error)
  useEffect(() => setConnection(jobId, isLost ? 'lost' : undefined), [jobId, isLost])
  useEffect(() => () => void mutate(key, undefined, { revalidate: false }), [key])
  return null
}

const progressAt = ({ state, createdAt }: GalleryRecord) =>
  state.kind === 'running' ? state.progressAt : createdAt

function Previews({ id, count }: { id: string; count: number }) {
  useEffect(() => {
    if (count > 0) void keepPreviews(id)
  }, [id, count])
  return null
}

const secondTryMs = 30_000

/** What a full storage kept back is tried again once there is room. */
function Save({ id, problem }: { id: string; problem: Failure | null }) {
  const hadNoRoom = useStorage()?.waiting.includes(id) ?? false
  useEffect(() => {
    if (hadNoRoom || (problem && !isPassing(problem))) return
    const timer = setTimeout(() => void savePicture(id), problem ? secondTryMs : 0)
    return () => clearTimeout(timer)
  }, [id, problem, hadNoRoom])
  return null
}

const isPassing = ({ code }: Failure) =>
  Object.entries(errorTable).some(([known, { retryable }]) => known === code && retryable)
