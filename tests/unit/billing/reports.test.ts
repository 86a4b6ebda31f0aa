import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import {
  allSubmissions,
  latestSubmissions,
  spendPerDay,
  spendPerVisitor,
} from '@/lib/server/billing/reports'
import { submissions } from '@/lib/server/db/tables'
import { newLedger, purchase, submissionAt } from '../../fixtures/server/ledger'

const at = (index: number) => new Date(Date.UTC(2026, 10, 27) + Math.floor(index / 2))

test('all submissions are read in pages, newest first, each once, with prompts cut short', async () => {
  const { db, close } = await newLedger()
  const long = 'a lighthouse '.repeat(70_000)
  await db.insert(submissions).values(
    Array.from({ length: 23 }, (_, index) => ({
      ...purchase({ input: { prompt: index === 0 ? long : `number ${index}` } }),
      ...submissionAt(at(index).getTime()),
      key: randomUUID(),
      mode: 'krea' as const,
      day: '2026-11-27',
      charged: 'yes' as const,
      instance: randomUUID(),
      leaseUntil: at(index),
      sentFrom: at(index),
      sentUntil: null,
    })),
  )
  const section = { limit: 5, maxPrompt: 100 }
  const pages = []
  for await (const page of allSubmissions(db, 'krea', section)) pages.push(page)
  expect(pages.map(({ length }) => length)).toEqual([5, 5, 5, 5, 3])
  const rows = pages.flat()
  expect(new Set(rows.map(({ key }) => key)).size).toBe(23)
  const times = rows.map((row) => row.at)
  expect(times).toEqual(times.toSorted().reverse())
  expect(rows.map(({ prompt }) => prompt)).toContain(`${long.slice(0, 100)}…`)
  expect(await latestSubmissions(db, 'krea', section)).toEqual(pages[0])
  expect(await latestSubmissions(db, 'sandbox', section)).toEqual([])
  await close()
})

test('whoever reads the submissions is called “You” in them', async () => {
  const { db, close } = await newLedger()
  const bought = { ...purchase({ visitor: 'the-reader' }), key: randomUUID() }
  const row = {
    ...bought,
    ...submissionAt(at(0).getTime()),
    mode: 'krea' as const,
    day: '2026-11-27',
    charged: 'yes' as const,
    instance: randomUUID(),
    leaseUntil: at(0),
    sentFrom: at(0),
    sentUntil: null,
  }
  await db
    .insert(submissions)
    .values([
      row,
      { ...row, key: randomUUID(), hook: randomUUID(), visitor: 'another-one', sentFrom: at(2) },
    ])
  const section = { limit: 5, maxPrompt: 100, reader: 'the-reader' }
  const rows = await latestSubmissions(db, 'krea', section)
  expect(rows.map(({ who }) => who)).toEqual(['Visitor another-', 'You'])
  const shares = await spendPerVisitor(db, 'krea', '2026-11-01', 'the-reader')
  expect(shares.map(({ label }) => label).sort()).toEqual(['Visitor another-', 'You'])
  await close()
})

test('spending is shown day by day, the oldest first, quiet days too', async () => {
  const { db, close } = await newLedger()
  const now = Date.parse('2026-11-27T12:00:00Z')
  const rows = ['2026-11-24', '2026-11-25', '2026-11-27', '2026-11-27'].map((day) => ({
    ...purchase({ micros: 7_000 }),
    ...submissionAt(now),
    key: randomUUID(),
    mode: 'krea' as const,
    day,
    charged: 'yes' as const,
    instance: randomUUID(),
    leaseUntil: at(0),
    sentFrom: at(0),
    sentUntil: null,
  }))
  await db.insert(submissions).values(rows)
  const days = await spendPerDay(db, 'krea', now, 3)
  expect(days.map(({ label, micros, jobs }) => [label, micros, jobs])).toEqual([
    ['2026-11-25', 7_000, 1],
    ['2026-11-26', 0, 0],
    ['2026-11-27', 14_000, 2],
  ])
  await close()
})
