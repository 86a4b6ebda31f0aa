import { useEffect, useRef } from 'react'
import { liveSettings } from '@/lib/engine/live-settings'
import { readRecord } from '@/lib/library/records'
import type { GalleryRecord } from '@/lib/record/record'
import { useOpenRecords } from '../use-records'

const loadNotify = () => import('@/lib/browser/notifications')

/** Tells of jobs that ended while the page was hidden: each tab in its title, one of them aloud. */
export function JobNotifications({ leads }: { leads: boolean }) {
  const open = useOpenRecords()
  const before = useRef<GalleryRecord[]>([])
  const count = useRef(0)

  useEffect(() => {
    const ended = before.current.filter((record) => isGone(record, open))
    before.current = open.filter(({ state }) => state.kind !== 'waiting' && state.kind !== 'saving')
    if (!document.hidden || ended.length === 0) return
    void tell(ended.map(({ id }) => id))

    async function tell(ids: string[]) {
      // A record that someone deleted has not ended.
      const records = (await Promise.all(ids.map(readRecord))).filter((record) => record != null)
      if (records.length === 0 || !document.hidden) return
      count.current += records.length
      const { notify, showCount } = await loadNotify()
      showCount(count.current)
      if (!leads) return
      const settings = liveSettings.read()
      if (settings.notify) notify(titleOf(records), records[0]?.prompt ?? '')
      if (settings.sound) await (await import('@/lib/browser/chime')).chime()
    }
  }, [open, leads])

  useEffect(() => {
    const onVisible = () => {
      if (document.hidden || count.current === 0) return
      count.current = 0
      void loadNotify().then(({ showCount }) => showCount(0))
    }
    document.addEventListener('visibilitychange', onVisible)
    return () => document.removeEventListener('visibilitychange', onVisible)
  }, [])

  return null
}

/** Ended, or only saving: the picture is there. */
const isGone = ({ id }: GalleryRecord, open: GalleryRecord[]) =>
  !open.some((record) => record.id === id && record.state.kind !== 'saving')

function titleOf(records: GalleryRecord[]): string {
  const failed = records.filter(({ state }) => state.kind === 'failed').length
  if (failed === records.length)
    return failed === 1 ? 'A picture failed' : `${failed} pictures failed`
  return records.length === 1 ? 'Your picture is ready' : `${records.length} pictures are ready`
}
