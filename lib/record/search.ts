import type { Entry } from './entry'
import { searchable } from './plain-text'

export const statuses = ['done', 'unfinished', 'failed', 'cancelled'] as const
export type Status = (typeof statuses)[number]

/** The search of the grid. Null and empty fields match every entry. */
export type Query = {
  text: string
  model: string | null
  status: Status | null
  /** Made within so many days, today included. */
  days: number | null
  favourite: boolean
  board: string | null
  /** The id of an experiment. */
  experiment: string | null
  oldestFirst: boolean
}

export const emptyQuery: Query = {
  text: '',
  model: null,
  status: null,
  days: null,
  favourite: false,
  board: null,
  experiment: null,
  oldestFirst: false,
}

/** How many of the filters behind the button are set. */
export const filterCount = ({ model, status, days, favourite, experiment }: Query): number =>
  [model, status, days, experiment].filter((value) => value !== null).length + Number(favourite)

const statusOf: Record<Entry['kind'], Status> = {
  waiting: 'unfinished',
  submitting: 'unfinished',
  running: 'unfinished',
  saving: 'done',
  done: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
}

/**
 * The entries that match a query. Their prompt has each of its words, in any order.
 * @param entries newest first
 */
export function search(entries: Entry[], query: Query, now: number): Entry[] {
  const { model, status, days, favourite, board, experiment, oldestFirst } = query
  const words = searchable(query.text).split(/\s+/).filter(Boolean)
  const since = days === null ? 0 : startOfDay(now, days - 1)
  const found = entries.filter(
    (entry) =>
      (model === null || entry.model === model) &&
      (status === null || statusOf[entry.kind] === status) &&
      (!favourite || entry.favourite) &&
      (board === null || entry.boards.includes(board)) &&
      (experiment === null || entry.experiment === experiment) &&
      entry.createdAt >= since &&
      (words.length === 0 || hasEach(entry, words)),
  )
  return oldestFirst ? found.reverse() : found
}

const searchableTexts = new WeakMap<Entry, string>()

/** Whether each word is in the entry's text; accents do not count. */
function hasEach(entry: Entry, words: string[]): boolean {
  const text = searchableTexts.get(entry) ?? searchable(entry.words)
  searchableTexts.set(entry, text)
  return words.every((word) => text.includes(word))
}

/** The local midnight of so many days ago: on the days when clocks change, a day has 23 or 25 hours. */
function startOfDay(now: number, daysAgo: number): number {
  const day = new Date(now)
  day.setHours(0, 0, 0, 0)
  return day.setDate(day.getDate() - daysAgo)
}
