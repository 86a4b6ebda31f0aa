import { expect, test } from '@playwright/test'
import { type Change, createChanges } from '@/lib/library/changes'
import { createEntriesReader } from '@/lib/library/entries'
import { entryOf } from '@/lib/record/entry'
import { submittingRecord } from '../../fixtures/record'

const boards: Change = { kind: 'boards' }

test('every subscriber hears of a change, in its own tab and in the others', async () => {
  const name = crypto.randomUUID()
  const channels = [new BroadcastChannel(name), new BroadcastChannel(name)] as const
  const [own, other] = [createChanges(channels[0]), createChanges(channels[1])]
  const heard: Change[] = []
  own.subscribe((change) => heard.push(change))
  own.subscribe((change) => heard.push(change))
  const inOtherTab = new Promise<Change>((resolve) => other.subscribe(resolve))
  own.emit(boards)
  expect(heard).toEqual([boards, boards])
  expect(await inOtherTab).toEqual(boards)
  expect(heard).toHaveLength(2)
  for (const channel of channels) channel.close()
})

/** A library of two entries, and how often it was read. */
function library() {
  const changes = createChanges(null)
  const entries = new Map(['a', 'b'].map((id) => [id, entryOf({ ...submittingRecord, id })]))
  const reads: string[] = []
  const reader = () =>
    createEntriesReader({
      subscribe: changes.subscribe,
      readAll: async () => {
        reads.push('all')
        return [...entries.values()]
      },
      readEach: async (ids) => {
        reads.push(ids.join())
        return ids.map((id) => entries.get(id))
      },
    })
  const remove = (id: string) => {
    entries.delete(id)
    changes.emit({ kind: 'records', records: [{ id, from: null, to: null }], entriesChanged: true })
  }
  return { reader, reads, remove }
}

const idsOf = (entries: { id: string }[]) => entries.map(({ id }) => id)

test('two readers of the entries both learn of a change, whoever reads first', async () => {
  const { reader, reads, remove } = library()
  const [first, second] = [reader(), reader()]
  await Promise.all([first(), second()])
  remove('a')
  expect(idsOf(await first())).toEqual(['b'])
  expect(idsOf(await second())).toEqual(['b'])
  expect(reads).toEqual(['all', 'all', 'a', 'a'])
})

test('entries that change while they are read are read again', async () => {
  const { reader, remove } = library()
  const read = reader()
  const before = read()
  remove('b')
  await before
  expect(idsOf(await read())).toEqual(['a'])
})
