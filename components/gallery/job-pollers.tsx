import { memo, useEffect, useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react'
import useSWR, { mutate, type SWRConfiguration } from 'swr'
import { jobPath } from '@/lib/api/jobs'
import { isApiError } from '@/lib/contract/errors'
import { follow, refreshInterval } from '@/lib/engine/follow'
import { jobsInView } from '@/lib/engine/jobs-in-view'
import { engine } from '@/lib/engine/page-engine'
import { retryDelay } from '@/lib/engine/poll'
import { isQuotaError } from '@/lib/library/quota'
import type { GalleryRecord } from '@/lib/record/record'
import { setConnectionLost } from './notices/use-connection'

/** A poller for each running record. It draws nothing: SWR polls from components only. */
export const JobPollers = () =>
  engine.running
    .use()
    .map((record) =>
      record.state.kind === 'running' ? (
        <JobPoller
          key={record.id}
          record={record}
          jobId={record.state.job.id}
          progressAt={record.state.progressAt}
        />
      ) : null,
    )

const polling: SWRConfiguration<GalleryRecord | undefined> = {
  refreshWhenHidden: true,
  dedupingInterval: 300,
  focusThrottleInterval: 500,
  onErrorRetry(error: unknown, _key, _config, revalidate, { retryCount }) {
    const retryAfterMs = isApiError(error) ? error.retryAfterMs : undefined
    setTimeout(
      () => revalidate({ retryCount }),
      retryDelay(retryCount, Math.random(), retryAfterMs),
    )
  },
}

/** A job whose answer is younger is not read again at once. */
const freshMs = 1_500

type Props = { record: GalleryRecord; jobId: string; progressAt: number }

const JobPoller = memo(function JobPoller({ record, jobId, progressAt }: Props) {
  const { id } = record
  const key = jobPath(jobId)
  const [first] = useState(record)
  const [revalidateOnMount] = useState(() => Date.now() - progressAt > freshMs)
  // Before SWR starts its timer: the first interval depends on the record too.
  useLayoutEffect(() => void mutate(key, first, { revalidate: false }), [key, first])
  const { error } = useSWR<GalleryRecord | undefined, unknown>(key, () => follow(id, jobId), {
    ...polling,
    refreshInterval: useRefreshInterval(id),
    revalidateOnMount,
  })
  const isLost = error !== undefined && !isQuotaError(error)
  useEffect(() => setConnectionLost(jobId, isLost), [jobId, isLost])
  useEffect(() => {
    return () => {
      setConnectionLost(jobId, false)
      void mutate(key, undefined, { revalidate: false })
    }
  }, [key, jobId])
  return null
})

/** Another function once the tile comes into view or leaves it: SWR then starts its timer anew. */
function useRefreshInterval(id: string) {
  const isInView = useSyncExternalStore(
    jobsInView.subscribe,
    () => jobsInView.has(id),
    () => false,
  )
  return useMemo(() => {
    const intervalInView = (record?: GalleryRecord) => refreshInterval(record)
    return isInView ? intervalInView : refreshInterval
  }, [isInView])
}
