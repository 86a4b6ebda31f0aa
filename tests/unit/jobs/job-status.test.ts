import { expect, test } from '@playwright/test'
import { formatStatus } from '@/lib/contract/job-status'

test('the states that Krea names on the way are shown in two words, and an unknown one as it is', () => {
  const onTheWay = [
    'backlogged',
    'queued',
    'scheduled',
    'processing',
    'sampling',
    'intermediate-complete',
  ]
  expect([...new Set(onTheWay.map(formatStatus))]).toEqual(['Queued', 'Generating'])
  expect(formatStatus('warming-up_soon')).toBe('Warming up soon')
})
