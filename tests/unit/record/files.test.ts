import { expect, test } from '@playwright/test'
import { extensionOf, fileKindOf } from '@/lib/file-kind'
import { fileName } from '@/lib/record/file-name'
import { finalImages, otherFilesOf, parseRecord } from '@/lib/record/record'
import { saved } from '@/lib/record/transitions'
import { completedJob, savedPicture, submittingRecord } from '../../fixtures/record'

const finals = ['a.png', 'b.mp4', 'c.glb'].map((name) => ({
  url: `https://gen.krea.ai/${name}`,
  kind: 'final' as const,
}))
const preview = { url: 'https://gen.krea.ai/p.png', kind: 'preview' as const }
const job = { ...completedJob, images: [preview, ...finals] }
const saving = { ...submittingRecord, state: { kind: 'saving' as const, job, problem: null } }
const others = [
  { ...savedPicture, type: 'video/mp4', at: 1 },
  { ...savedPicture, type: 'application/octet-stream', at: 2 },
]

test('a record keeps the facts of all files of its job, and survives the store’s parser', () => {
  expect(finalImages(saving)).toEqual(finals)
  const done = saved(saving, savedPicture, others)
  expect(otherFilesOf(done)).toEqual(others)
  expect(parseRecord(structuredClone(done))).toEqual(done)
})

test('a record of one file, as all were before, has no others', () => {
  const done = saved(saving, savedPicture)
  expect(otherFilesOf(done)).toEqual([])
  expect(done.state).not.toHaveProperty('others')
})

test('each file of a job has a name of its own, with the extension of what it is', () => {
  const done = saved(saving, savedPicture, others)
  const names = [0, 1, 2].map((at) => fileName(done, at))
  expect(names[0]).toMatch(/-000001\.png$/)
  expect(names[1]).toMatch(/-000001-2\.mp4$/)
  expect(names[2]).toMatch(/-000001-3\.glb$/)
})

test('what a browser shows, plays or can only keep is known by its media type', () => {
  const types = ['image/png', 'image/heic', 'image/svg+xml', 'video/mp4', 'audio/wav', '']
  expect(types.map(fileKindOf)).toEqual(['image', 'file', 'file', 'video', 'audio', 'file'])
})

test('mere bytes have the extension of their address', () => {
  expect(extensionOf('application/octet-stream', 'https://a.b/c.GLB?x=1')).toBe('glb')
  expect(extensionOf('application/octet-stream')).toBe('bin')
  expect(extensionOf('video/quicktime')).toBe('mov')
})
