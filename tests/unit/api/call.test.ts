import { expect, test } from '@playwright/test'
import { pathOf } from '@/lib/api/call'
import { getJob, getJobs } from '@/lib/contract/jobs'

test('a part of a path stays one part, whatever it holds', () => {
  expect(pathOf(getJob, { params: { id: 'a/../b?c' } })).toBe('/api/jobs/a%2F..%2Fb%3Fc')
})

test('a query is encoded, and what is not given is left out', () => {
  expect(pathOf(getJobs, { query: { ids: 'a,b&c' } })).toBe('/api/jobs?ids=a,b%26c')
  expect(pathOf(getJobs, { query: { ids: undefined } })).toBe('/api/jobs')
})
