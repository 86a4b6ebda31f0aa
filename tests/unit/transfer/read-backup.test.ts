import { expect, test } from '@playwright/test'
import { downloadZip } from 'client-zip'
import { digest } from '@/lib/engine/pictures/digest'
import { tasksFor } from '@/lib/engine/record-tasks'
import type { GalleryRecord } from '@/lib/record/record'
import { advance, saved } from '@/lib/record/transitions'
import { readBackupRecord } from '@/lib/transfer/read-backup'
import { readZip } from '@/lib/transfer/zip-reader'
import { fakeGlobals, restoreGlobalsAfterEach } from '../../fixtures/fake-globals'
import { picture } from '../../fixtures/picture'
import { completedJob, jobWith, submittingRecord } from '../../fixtures/record'

restoreGlobalsAfterEach()

// Pages served over https have it; Node has not.
test.beforeEach(() => fakeGlobals({ isSecureContext: true }))

const running = advance(submittingRecord, jobWith(), 1000)

async function finishedRecord(): Promise<{ record: GalleryRecord; original: Blob }> {
  const original = new Blob([await picture()], { type: 'image/png' })
  const kept = { type: 'image/png', bytes: original.size, width: 8, height: 6, original: true }
  const sha256 = await digest(original)
  return { record: saved(advance(running, completedJob, 2000), { ...kept, sha256 }), original }
}

const nothing = async () => undefined
/** What a browser does with thumbnails is tested there. */
const asItIs = async (thumbnail: Blob | null) => thumbnail
const noActions = { submit: nothing, savePicture: nothing, savePreviews: nothing }

/** The record as it is read back from a zip with these files. */
async function readBack(record: GalleryRecord, files: Record<string, Blob> = {}) {
  const entry = { name: `records/${record.id}.json`, input: JSON.stringify(record) }
  const others = Object.entries(files).map(([name, input]) => ({ name, input }))
  const entries = await readZip(await downloadZip([entry, ...others]).blob())
  const byName = new Map(entries.map((one) => [one.name, one]))
  const [first] = entries
  return first ? readBackupRecord(first, byName, asItIs) : null
}

test('a finished picture comes back with its record, its bytes and its thumbnail', async () => {
  const { record, original } = await finishedRecord()
  const back = await readBack(record, {
    [`originals/${record.id}.png`]: original,
    [`thumbnails/${record.id}.webp`]: new Blob([await picture('webp')]),
  })
  expect(back?.record).toEqual(record)
  expect(await back?.bytes?.original?.arrayBuffer()).toEqual(await original.arrayBuffer())
  expect(back?.bytes?.thumbnail.size).toBe((await picture('webp')).length)
})

for (const extension of ['png', 'jpg'])
  test(`a thumbnail in ${extension}, of a browser that writes no WebP, comes back`, async () => {
    const { record, original } = await finishedRecord()
    const back = await readBack(record, {
      [`originals/${record.id}.png`]: original,
      [`thumbnails/${record.id}.${extension}`]: new Blob([await picture()]),
    })
    expect(back?.bytes?.thumbnail.size).toBe((await picture()).length)
  })

test('a picture of which one byte is another is damaged, and is not restored', async () => {
  const { record, original } = await finishedRecord()
  const bytes = new Uint8Array(await original.arrayBuffer())
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  const thumbnail = { [`thumbnails/${record.id}.webp`]: new Blob([await picture('webp')]) }
  const files = { [`originals/${record.id}.png`]: new Blob([bytes]), ...thumbnail }
  expect(await readBack(record, files)).toBeNull()
})

test('a record whose picture or thumbnail is not in the zip is damaged', async () => {
  const { record, original } = await finishedRecord()
  const thumbnail = new Blob([await picture('webp')])
  expect(await readBack(record)).toBeNull()
  expect(await readBack(record, { [`originals/${record.id}.png`]: original })).toBeNull()
  expect(await readBack(record, { [`thumbnails/${record.id}.webp`]: thumbnail })).toBeNull()
})

test('a request that was under way when the backup was made is never sent again', async () => {
  const back = await readBack(submittingRecord)
  expect(back?.record.state).toMatchObject({
    kind: 'failed',
    failure: { code: 'submit_unknown', charged: 'unknown' },
  })
})

test('a record that waited when the backup was made comes back as not sent', async () => {
  const waiting: GalleryRecord = { ...submittingRecord, state: { kind: 'waiting', place: 1 } }
  const back = await readBack(waiting)
  expect(back?.record.state).toMatchObject({
    kind: 'failed',
    job: null,
    failure: { code: 'not_sent', charged: 'no' },
  })
  expect(tasksFor(back?.record ?? waiting, { full: false, waiting: [] }, noActions)).toEqual([])
})

test('a job that ran when the backup was made is followed further', async () => {
  expect((await readBack(running))?.record.state).toEqual(running.state)
})

test('a record of another shape is damaged', async () => {
  const entries = await readZip(await downloadZip([{ name: 'records/a.json', input: '{}' }]).blob())
  const [first] = entries
  expect(first && (await readBackupRecord(first, new Map(), asItIs))).toBeNull()
})
