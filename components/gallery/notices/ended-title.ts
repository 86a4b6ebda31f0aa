import type { GalleryRecord } from '@/lib/record/record'

type Ended = Pick<GalleryRecord, 'state'>

/** The title of the notification of jobs that have ended: how many pictures there are, failed or were cancelled. */
export function titleOfEnded(records: Ended[]): string {
  const failed = records.filter(({ state }) => state.kind === 'failed').length
  const cancelled = records.filter(({ state }) => state.kind === 'cancelled').length
  const ready = records.length - failed - cancelled
  const parts = [
    { count: ready, one: 'Your picture is ready', several: 'pictures are ready', short: 'ready' },
    { count: failed, one: 'A picture failed', several: 'pictures failed', short: 'failed' },
    {
      count: cancelled,
      one: 'A picture was cancelled',
      several: 'pictures were cancelled',
      short: 'cancelled',
    },
  ].filter(({ count }) => count > 0)
  const [only] = parts
  if (parts.length > 1) return parts.map(({ count, short }) => `${count} ${short}`).join(', ')
  return only ? (only.count === 1 ? only.one : `${only.count} ${only.several}`) : ''
}
