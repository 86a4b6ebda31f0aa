import { expect, test } from '@playwright/test'
import { boundBackoff, nextBackoff } from '@/lib/engine/queue-backoff'
import { freeSlots, inOrder, positionAfterRefusal, positionAfterStep } from '@/lib/record/queue'
import type { GalleryRecord } from '@/lib/record/record'

const record = (id: string, state: GalleryRecord['state']): GalleryRecord => ({
  id,
  createdAt: 0,
  model: 'image/bfl/flux-1-dev',
  modelName: 'Flux.1 Dev',
  prompt: id,
  input: {},
  price: null,
  typicalSeconds: 7,
  aspect: 1,
  previews: [],
  state,
  favourite: false,
  boards: [],
  parents: [],
  deletedAt: null,
})

const waiting = (id: string, position: number) => record(id, { kind: 'waiting', place: position })
const sending = (id: string) => record(id, { kind: 'submitting' })
const queue = [waiting('c', 3), waiting('a', 1), waiting('b', 2)]
const free = { untilMs: 0, refusals: 0 }

const moved = (id: string, step: -1 | 1) => {
  const position = positionAfterStep(id, step, queue)
  return inOrder(
    queue.map((each) => (each.id === id && position !== null ? waiting(id, position) : each)),
  ).map((each) => each.id)
}

test('the queue goes by position, and by age where positions are the same', () => {
  expect(inOrder([...queue, waiting('bb', 2)]).map(({ id }) => id)).toEqual(['a', 'b', 'bb', 'c'])
})

test('a deleted record does not leave', () => {
  expect(inOrder([{ ...waiting('a', 1), deletedAt: 5 }])).toEqual([])
})

test('no more leave than the setting allows to be under way', () => {
  const open = [sending('x'), sending('y'), ...queue]
  expect(freeSlots(open, 4, free, 10)).toBe(2)
  expect(freeSlots(open, 1, free, 10)).toBe(0)
})

test('nothing leaves during the backoff, and then one goes first', () => {
  const backoff = { untilMs: 100, refusals: 2 }
  expect(freeSlots(queue, 4, backoff, 99)).toBe(0)
  expect(freeSlots(queue, 4, backoff, 100)).toBe(1)
  expect(freeSlots([sending('x'), ...queue], 4, backoff, 100)).toBe(0)
})

test('a step moves a record past its neighbour, and none past the ends', () => {
  expect(moved('b', -1)).toEqual(['b', 'a', 'c'])
  expect(moved('b', 1)).toEqual(['a', 'c', 'b'])
  expect(moved('a', 1)).toEqual(['b', 'a', 'c'])
  expect(moved('c', -1)).toEqual(['a', 'c', 'b'])
  expect(positionAfterStep('a', -1, queue)).toBeNull()
  expect(positionAfterStep('c', 1, queue)).toBeNull()
})

test('a refused record is next again, and lets the others try after its third refusal', () => {
  expect(positionAfterRefusal(sending('x'), queue)).toBeLessThan(1)
  const twice = { ...sending('x'), busy: { times: 2, since: 0 } }
  expect(positionAfterRefusal(twice, queue)).toBeGreaterThan(3)
})

test('the backoff doubles with each refusal in a row, up to a minute', () => {
  let backoff = free
  const waits = Array.from({ length: 7 }, () => {
    const now = backoff.untilMs
    backoff = nextBackoff(backoff, now)
    return backoff.untilMs - now
  })
  expect(waits).toEqual([2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000])
})

test('refusals of requests sent together count once, and the server has the last word', () => {
  const first = nextBackoff(free, 1000)
  expect(nextBackoff(first, 1001)).toMatchObject({ untilMs: 3001, refusals: 1 })
  expect(nextBackoff(first, 1001, 30_000)).toMatchObject({ untilMs: 31_001, refusals: 1 })
})

test('a wait that was stored before the clock was set back is over', () => {
  const hour = 3_600_000
  const stored = nextBackoff({ untilMs: 0, refusals: 0 }, hour)
  expect(boundBackoff(stored, hour + 500)).toBe(stored)
  expect(boundBackoff(stored, 10)).toEqual({ ...stored, untilMs: 10 })
  const ofEarlierVersion = { untilMs: hour, refusals: 2 }
  expect(boundBackoff(ofEarlierVersion, 10)).toEqual({ untilMs: 10, refusals: 2 })
})

test('a long wait that the server asked for is kept whole', () => {
  const stored = nextBackoff({ untilMs: 0, refusals: 0 }, 0, 300_000)
  expect(boundBackoff(stored, 1)).toBe(stored)
})
