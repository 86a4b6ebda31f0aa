import { expect, test } from '@playwright/test'
import { announcedRetirement } from '@/lib/krea/retirement'

const now = Date.UTC(2026, 9, 1)
const read = (headers: Record<string, string>) => announcedRetirement(new Headers(headers), now)

test('an answer without such headers announces no end', () => {
  expect(read({})).toBeNull()
  expect(read({ deprecation: 'false' })).toBeNull()
})

test('a day to come is the last day, one that is past means something else', () => {
  expect(read({ sunset: 'Tue, 01 Dec 2026 00:00:00 GMT' })).toEqual({
    sunset: '2026-12-01',
    replacement: null,
  })
  expect(read({ deprecation: 'true', sunset: 'Fri, 19 Jun 2026 00:00:00 GMT' })).toBeNull()
})

test('a deprecation without a day is reported without one', () => {
  expect(read({ deprecation: 'true' })).toEqual({ sunset: null, replacement: null })
})
