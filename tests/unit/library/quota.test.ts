import { expect, test } from '@playwright/test'
import {
  hasSpaceFor,
  hasSpaceForPreview,
  isNearlyFull,
  isQuotaError,
  requestPersistence,
} from '@/lib/library/quota'
import { fakeGlobals, restoreGlobalsAfterEach } from '../../fixtures/fake-globals'

restoreGlobalsAfterEach()

/** The browser's answer about this origin's storage, in bytes. */
const stubStorage = (usage: number, quota: number) =>
  fakeGlobals({
    navigator: {
      storage: { estimate: async () => ({ usage, quota }), persisted: async () => true },
    },
  })

test('pictures leave a tenth of a small storage to records', async () => {
  stubStorage(400_000, 1_000_000)
  expect(await hasSpaceFor(500_000)).toBe(true)
  expect(await hasSpaceFor(500_001)).toBe(false)
})

test('pictures leave 4 MB of a large storage to records', async () => {
  stubStorage(0, 1_000_000_000)
  expect(await hasSpaceFor(996_000_000)).toBe(true)
  expect(await hasSpaceFor(996_000_001)).toBe(false)
})

test('previews leave half of a storage to finished pictures', async () => {
  stubStorage(400_000, 1_000_000)
  expect(await hasSpaceForPreview(100_000)).toBe(true)
  expect(await hasSpaceForPreview(100_001)).toBe(false)
})

test('where the browser tells no quota, everything may be tried', async () => {
  stubStorage(0, 0)
  expect(await hasSpaceFor(1e12)).toBe(true)
})

test('storage is nearly full from nine tenths on', () => {
  const storage = { full: false, waiting: [], persisted: true, quota: 1000 }
  expect(isNearlyFull({ ...storage, used: 899 })).toBe(false)
  expect(isNearlyFull({ ...storage, used: 900 })).toBe(true)
  expect(isNearlyFull({ ...storage, used: 0, quota: 0 })).toBe(false)
})

test('only a full storage is taken for a full storage', () => {
  expect(isQuotaError(new DOMException('no room', 'QuotaExceededError'))).toBe(true)
  expect(isQuotaError(new DOMException('closed', 'InvalidStateError'))).toBe(false)
  expect(isQuotaError(new Error('QuotaExceededError'))).toBe(false)
})

test('the person is asked once to keep the storage, also while the question is open', async () => {
  let questions = 0
  const persist = () => {
    questions += 1
    return new Promise(() => undefined)
  }
  fakeGlobals({ navigator: { storage: { persisted: async () => false, persist } } })
  void requestPersistence()
  await expect.poll(() => questions).toBe(1)
  await requestPersistence()
  expect(questions).toBe(1)
})

test('a storage that cannot be measured lets everything be tried', async () => {
  const refuse = () => Promise.reject(new TypeError('not here'))
  fakeGlobals({ navigator: { storage: { estimate: refuse, persisted: refuse } } })
  expect(await hasSpaceFor(1e12)).toBe(true)
})
