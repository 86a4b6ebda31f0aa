import type { Entry } from './entry'

/** The entries of one local day. `start`: its midnight, in ms since 1970. */
export type Day = { start: number; entries: Entry[] }

/** Groups entries that are sorted by time, in either direction. */
export function groupByDay(entries: Entry[]): Day[] {
  const days: Day[] = []
  let day: Day | undefined
  let end = 0
  for (const entry of entries) {
    if (!day || entry.createdAt < day.start || entry.createdAt >= end) {
      const midnight = new Date(entry.createdAt)
      const start = midnight.setHours(0, 0, 0, 0)
      end = midnight.setDate(midnight.getDate() + 1)
      day = { start, entries: [] }
      days.push(day)
    }
    day.entries.push(entry)
  }
  return days
}

/** `Today`, `Yesterday`, `Friday, 20 November`, and the year where it is another. */
export function formatDay(start: number, now: number, locale?: string): string {
  const today = new Date(now)
  today.setHours(0, 0, 0, 0)
  const year = today.getFullYear()
  if (start === today.getTime()) return 'Today'
  today.setDate(today.getDate() - 1)
  if (start === today.getTime()) return 'Yesterday'
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(new Date(start).getFullYear() === year ? {} : { year: 'numeric' }),
  }).format(start)
}
