import 'fake-indexeddb/auto'
import { expect, test } from '@playwright/test'
import { readTogether } from '@/lib/library/storage/read-together'

test('reads of one moment are answered at one moment, so that a screenful of tiles is drawn once', async () => {
  const answered: string[] = []
  const reads = ['a', 'b', 'c'].map(async (id) => {
    await readTogether('records', id)
    answered.push(id)
  })
  await Promise.race(reads)
  // Each request of the database has an event of its own, in a task of its own.
  expect(answered).toEqual(['a', 'b', 'c'])
})
