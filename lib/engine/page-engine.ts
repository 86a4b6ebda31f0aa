import { onLoggedRequest } from '../api/request-log'
import { changes } from '../library/changes'
import { savePreviews } from '../library/previews'
import { isQuotaError, storageState } from '../library/quota'
import { readOpenRecords, readRecord } from '../library/records'
import { deleteLoggedRequestsBefore, saveLoggedRequest } from '../library/request-log'
import { createEngine } from './engine'
import { jobSettings } from './job-settings'
import { followLeadership } from './leader'
import { savePicture } from './pictures/save-picture'
import { startWaiting } from './queue-actions'
import { queueBackoff, readBackoff } from './queue-backoff'
import { resumeSubmit } from './submit'

const timelineMs = 7 * 86_400_000

/** The engine of this page. */
export const engine = createEngine({
  subscribe: changes.subscribe,
  readRecord,
  readOpenRecords,
  actions: { submit: resumeSubmit, savePicture, savePreviews, startWaiting },
  storage: storageState,
  backoff: { read: () => readBackoff(Date.now()), subscribe: queueBackoff.subscribe },
  maxConcurrent: {
    read: () => jobSettings.read().mostUnderWay,
    subscribe: jobSettings.subscribe,
  },
  now: Date.now,
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
  onError(error) {
    if (!isQuotaError(error)) reportError(error)
  },
  followLeadership,
})

/** Logs the requests of this page, for the timelines of its records. @returns how to stop */
export function logRequests(): () => void {
  void deleteLoggedRequestsBefore(Date.now() - timelineMs).catch(ignore)
  return onLoggedRequest((logged) => void saveLoggedRequest(logged).catch(ignore))
}

/** A timeline with a gap is better than a page that stops for it. */
const ignore = () => undefined
