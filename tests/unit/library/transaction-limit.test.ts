import { expect, test } from '@playwright/test'
import { limitTransactions } from '@/lib/library/storage/transaction-limit'

/** A connection whose transactions do only as the test says, and a clock that is moved by hand. */
function openSilentDatabase(abort: (transaction: EventTarget) => void) {
  const timers = new Set<() => void>()
  const every = (_ms: number, run: () => void) => {
    timers.add(run)
    return () => void timers.delete(run)
  }
  const begin = () => {
    const transaction = new EventTarget()
    return Object.assign(transaction, { abort: () => abort(transaction) })
  }
  const db = { transaction: begin }
  Reflect.apply(limitTransactions, undefined, [db, every])
  const pass = (seconds: number) => {
    for (let second = 0; second < seconds; second++) for (const run of [...timers]) run()
  }
  return { begin: (...args: unknown[]) => Reflect.apply(db.transaction, db, args), pass, timers }
}

const abortEvent = (transaction: EventTarget) => transaction.dispatchEvent(new Event('abort'))

function countAborts(transaction: EventTarget) {
  const count = { aborts: 0 }
  transaction.addEventListener('abort', () => {
    count.aborts += 1
  })
  return count
}

test('a transaction that stops answering is ended after 10 s, and one that writes pictures after 60 s', () => {
  const { begin, pass, timers } = openSilentDatabase(abortEvent)
  const reading = countAborts(begin('records'))
  const writing = countAborts(begin(['records', 'originals'], 'readwrite'))
  pass(9)
  expect(reading.aborts).toBe(0)
  pass(1)
  expect([reading.aborts, writing.aborts]).toEqual([1, 0])
  pass(50)
  expect([reading.aborts, writing.aborts]).toEqual([1, 1])
  expect(timers.size).toBe(0)
})

test('each answer gives a long transaction its time anew', () => {
  const { begin, pass } = openSilentDatabase(abortEvent)
  const transaction = begin('records')
  const reading = countAborts(transaction)
  pass(9)
  transaction.dispatchEvent(new Event('success'))
  pass(9)
  expect(reading.aborts).toBe(0)
})

test('a transaction that can no longer be aborted, as in WebKit, is ended all the same', () => {
  const { begin, pass } = openSilentDatabase(() => {
    throw new DOMException('finished', 'InvalidStateError')
  })
  const stalled = countAborts(begin('records', 'readwrite'))
  pass(10)
  expect(stalled.aborts).toBe(1)
})

test('a transaction that completes is left alone', () => {
  const { begin, pass, timers } = openSilentDatabase(abortEvent)
  const transaction = begin('records')
  const reading = countAborts(transaction)
  transaction.dispatchEvent(new Event('complete'))
  expect(timers.size).toBe(0)
  pass(100)
  expect(reading.aborts).toBe(0)
})
