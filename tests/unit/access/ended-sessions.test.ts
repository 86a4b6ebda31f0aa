import { expect, test } from '@playwright/test'
import { drizzle } from 'drizzle-orm/pg-proxy'
import { ledgerEndedSessions } from '@/lib/server/access/ended-sessions-db'

test('a server that found a session open knows two seconds later that another server ended it', async () => {
  const stored: string[][] = []
  const db = drizzle(async (query, [id]) => ({
    rows: query.startsWith('select') ? stored.filter(([of]) => of === id) : [],
  }))
  let now = Date.parse('2026-03-01T12:00:00Z')
  const sessions = ledgerEndedSessions(
    async () => db,
    () => now,
  )
  expect(await sessions.has('mine')).toBe(false)
  stored.push(['mine', '2026-03-31T12:00:00Z'])
  now += 1_999
  expect(await sessions.has('mine'), 'found open less than two seconds ago').toBe(false)
  now += 1
  expect(await sessions.has('mine')).toBe(true)
  expect(await sessions.has('another')).toBe(false)
})
