import type { Engine } from '@/lib/engine/engine'
import { jobSettings } from '@/lib/engine/job-settings'
import type { GalleryRecord } from '@/lib/record/record'
import { titleOfEnded } from './ended-title'

const loadNotifications = () => import('@/lib/browser/notifications')

/** Jobs that end within this time share one sound and one notification. */
const gatherMs = 500

/**
 * Reports the jobs that end while the page is hidden. Every hidden tab counts them in its title; the leading tab
 * alone shows the notification of the system and plays the sound: a tab that is looked at leads, so nobody is
 * notified of what they see.
 * @returns how to stop
 */
export function notifyOfJobs({ on, isLeader }: Pick<Engine, 'on' | 'isLeader'>): () => void {
  /** Those that ended since the page was hidden. */
  let ended: GalleryRecord[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  async function showCount(): Promise<void> {
    const { showEndedCount } = await loadNotifications()
    showEndedCount(ended.length)
  }

  async function report(): Promise<void> {
    timer = undefined
    const [last] = ended.slice(-1)
    const settings = jobSettings.read()
    if (!last || !isLeader()) return
    if (settings.notify) (await loadNotifications()).notify(titleOfEnded(ended), last.prompt)
    if (settings.sound) await (await import('@/lib/browser/chime')).chime()
  }

  const stopListening = on('ended', (record) => {
    if (!document.hidden) return
    ended = [...ended, record]
    void showCount()
    timer ??= setTimeout(() => void report(), gatherMs)
  })

  const onVisibility = () => {
    if (document.hidden || ended.length === 0) return
    ended = []
    void showCount()
  }
  document.addEventListener('visibilitychange', onVisibility)

  return () => {
    stopListening()
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', onVisibility)
  }
}
