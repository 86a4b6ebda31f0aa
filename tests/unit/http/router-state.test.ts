import { expect, test } from '@playwright/test'
import { isRouterState } from '@/lib/server/http/router-state'

const encoded = (state: unknown) => encodeURIComponent(JSON.stringify(state))
const page = ['__PAGE__', {}]

const readable = [
  ['', { children: page }],
  ['', { children: ['admin', { children: page }] }, null, null, 0],
  ['', { children: ['admin', { children: page, modal: page }, null, 'refetch'] }, null, null, 16],
  ['', { children: page }, ['/admin', ''], 'metadata-only'],
]

for (const state of readable)
  test(`the router’s state ${JSON.stringify(state)} reaches Next`, () => {
    expect(isRouterState(encoded(state))).toBe(true)
  })

const nested = (depth: number) => `${'["",{"a":'.repeat(depth)}["",{}]${'}]'.repeat(depth)}`

const unreadable = [
  'x',
  '%',
  '[]',
  encoded(['']),
  encoded(['', []]),
  encoded(['', {}, null, 'refresh']),
  encoded(['', {}, null, null, '0']),
  encoded(['', {}, null, null, 0, '', '']),
  encoded([['id', '1', 'x', null], {}]),
  `${encoded(page)}, ${encoded(page)}`,
  '['.repeat(10_000),
  nested(10_000),
]

for (const header of unreadable)
  test(`the router’s state “${header.slice(0, 60)}” (${header.length}) does not reach Next`, () => {
    expect(isRouterState(header)).toBe(false)
  })
