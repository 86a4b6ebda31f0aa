import { expect, test } from '@playwright/test'
import { formatDay, groupByDay } from '@/lib/record/days'
import { entryOf } from '@/lib/record/entry'
import { emptyQuery, search } from '@/lib/record/search'
import { submittingRecord } from '../../fixtures/record'

const ownZone = process.env.TZ
test.afterEach(() => {
  if (ownZone === undefined) delete process.env.TZ
  else process.env.TZ = ownZone
})

/** An entry made at a local time, such as `2026-10-25T00:30`. */
const entryAt = (local: string) =>
  entryOf({ ...submittingRecord, id: local, createdAt: new Date(local).getTime() })

const idsOf = (entries: { id: string }[]) => entries.map(({ id }) => id)

/** In each zone, a day on which the clocks change, the day before and the day after; none in Kathmandu. */
const changes = [
  ['Europe/Berlin', '2026-10-24', '2026-10-25', '2026-10-26'],
  ['Europe/Berlin', '2026-03-28', '2026-03-29', '2026-03-30'],
  ['America/St_Johns', '2026-10-31', '2026-11-01', '2026-11-02'],
  ['America/St_Johns', '2026-03-07', '2026-03-08', '2026-03-09'],
  ['Asia/Kathmandu', '2026-10-24', '2026-10-25', '2026-10-26'],
] as const

for (const [zone, before, day, after] of changes)
  test.describe(`${zone} around ${day}`, () => {
    test.beforeEach(() => {
      process.env.TZ = zone
    })

    test('a picture made in the first or last minute of a day is in that day', () => {
      const times = [before, day, after].flatMap((each) => [`${each}T00:00`, `${each}T23:59`])
      const days = groupByDay(times.map(entryAt))
      expect(days.map(({ entries }) => idsOf(entries))).toEqual([
        times.slice(0, 2),
        times.slice(2, 4),
        times.slice(4, 6),
      ])
      expect(days.map(({ start }) => start)).toEqual(
        [before, day, after].map((each) => new Date(`${each}T00:00`).getTime()),
      )
    })

    test('“Last 2 days” are today and yesterday, from midnight on', () => {
      const now = new Date(`${after}T12:00`).getTime()
      const times = [`${after}T00:00`, `${day}T00:00`, `${before}T23:59`]
      const found = search(times.map(entryAt), { ...emptyQuery, days: 2 }, now)
      expect(idsOf(found)).toEqual(times.slice(0, 2))
    })

    test('“Last 7 days” are seven days of the calendar', () => {
      const now = new Date(`${after}T23:59`).getTime()
      const first = new Date(`${after}T00:00`)
      first.setDate(first.getDate() - 6)
      const atMidnight = { ...entryAt(`${after}T00:00`), createdAt: first.getTime() }
      const found = search([atMidnight], { ...emptyQuery, days: 7 }, now)
      expect(found).toHaveLength(1)
      const aMinuteBefore = { ...atMidnight, createdAt: first.getTime() - 60_000 }
      expect(search([aMinuteBefore], { ...emptyQuery, days: 7 }, now)).toEqual([])
    })

    test('the day before is named yesterday', () => {
      const start = (each: string) => new Date(`${each}T00:00`).getTime()
      const now = new Date(`${after}T00:30`).getTime()
      expect(formatDay(start(after), now, 'en')).toBe('Today')
      expect(formatDay(start(day), now, 'en')).toBe('Yesterday')
      expect(formatDay(start(before), now, 'en')).not.toBe('Yesterday')
    })
  })
