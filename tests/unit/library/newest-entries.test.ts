import 'fake-indexeddb/auto'
import { expect, test } from '@playwright/test'
import { changes } from '@/lib/library/changes'
import { database } from '@/lib/library/database'
import {
  drainPreloadedEntries,
  newestEntries,
  preloadNewestEntries,
} from '@/lib/library/newest-entries'
import { entryOf } from '@/lib/record/entry'
import { submittingRecord } from '../../fixtures/record'

const idOf = (position: number) => `id-${String(position).padStart(4, '0')}`

async function fill(count: number) {
  const transaction = (await database()).transaction('entries', 'readwrite')
  await transaction.store.clear()
  for (let at = 0; at < count; at++)
    await transaction.store.put(entryOf({ ...submittingRecord, id: idOf(at) }))
  await transaction.done
  newestEntries.write(undefined)
}

for (const count of [0, 1, 199, 200, 201, 450])
  test(`of ${count} pictures the newest 200 are read ahead`, async () => {
    await fill(count)
    preloadNewestEntries()
    const all = await drainPreloadedEntries()
    const newest = Array.from({ length: Math.min(count, 200) }, (_, at) =>
      idOf(count - 1 - at),
    ).reverse()
    expect(newestEntries.read()?.map(({ id }) => id)).toEqual(newest)
    // Whoever needs all takes them only where none is missing.
    expect(all?.map(({ id }) => id)).toEqual(count < 200 ? newest : undefined)
  })

test('entries that change while they are read ahead are read again', async () => {
  await fill(3)
  preloadNewestEntries()
  const change = { id: idOf(1), from: null, to: null }
  changes.emit({ kind: 'records', records: [change], entriesChanged: true })
  expect(await drainPreloadedEntries()).toBeUndefined()
  expect(newestEntries.read()).toBeUndefined()
})

test('only the first caller takes what was read ahead: it grows old', async () => {
  await fill(3)
  preloadNewestEntries()
  expect(await drainPreloadedEntries()).toHaveLength(3)
  expect(await drainPreloadedEntries()).toBeUndefined()
})
