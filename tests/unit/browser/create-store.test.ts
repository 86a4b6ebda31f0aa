import { expect, test } from '@playwright/test'
import { createStore } from '../../../lib/browser/create-store'

test('a store calls each subscriber when its value changes, and nobody when it does not', () => {
  const store = createStore(1)
  const calls: string[] = []
  store.subscribe(() => calls.push(`a${store.read()}`))
  const unsubscribe = store.subscribe(() => calls.push(`b${store.read()}`))
  store.write(2)
  store.write(2)
  unsubscribe()
  store.write(3)
  expect(calls).toEqual(['a2', 'b2', 'a3'])
})

test('a store is connected from its first subscriber to its last', () => {
  const log: string[] = []
  const store = createStore(0, (write) => {
    log.push('connected')
    write(7)
    return () => log.push('disconnected')
  })
  const first = store.subscribe(() => undefined)
  const second = store.subscribe(() => undefined)
  first()
  first()
  expect(store.read()).toBe(7)
  expect(log).toEqual(['connected'])
  second()
  expect(log).toEqual(['connected', 'disconnected'])
  store.subscribe(() => undefined)
  expect(log).toEqual(['connected', 'disconnected', 'connected'])
})
