import { expect, test } from '@playwright/test'
import type { Input, Model } from '@/lib/catalog/field'
import openapi from '@/lib/catalog/openapi.json'
import { readCatalog } from '@/lib/catalog/read'
import { progress } from '@/lib/engine/progress'
import { expectedAspect } from '@/lib/record/aspect'
import { canShow, entryOf } from '@/lib/record/entry'
import { fileName } from '@/lib/record/file-name'
import { newRecord } from '@/lib/record/new-record'
import { parseRecord, recordSchema } from '@/lib/record/record'
import { uuid7 } from '@/lib/record/uuid'

const models = new Map(readCatalog(openapi).map((model) => [model.id, model]))
const aspect = (id: string, input: Input) => expectedAspect(modelOf(id), input)

function modelOf(id: string): Model {
  const model = models.get(id)
  if (!model) throw new Error(`no model ${id}`)
  return model
}

test('a tile’s shape comes from the size in the request', () => {
  expect(aspect('image/bfl/flux-1-dev', { width: 1536, height: 1024 })).toBe(1.5)
  expect(aspect('image/krea/krea-2/large', { aspect_ratio: '16:9' })).toBeCloseTo(16 / 9)
  expect(aspect('image/krea/krea-2/large', { aspect_ratio: '2.35:1' })).toBeCloseTo(2.35)
})

test('a size that is not in the request comes from the model’s defaults', () => {
  expect(aspect('image/bfl/flux-1-dev', { width: 512 })).toBe(0.5)
  expect(aspect('image/bfl/flux-1-dev', {})).toBe(1)
  expect(aspect('image/krea/krea-2/large', { aspect_ratio: 'auto' })).toBe(1)
})

test('every model gives a record that the record’s parser accepts', () => {
  for (const model of models.values()) {
    const record = newRecord(model, { prompt: 'a fox' }, uuid7(1), 1)
    expect(recordSchema.parse(record)).toEqual(record)
    expect(record.aspect).toBeGreaterThan(0)
  }
})

test('ids are version 7 UUIDs that sort by time', () => {
  const id = uuid7(1_790_000_000_000)
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(uuid7(1_790_000_000_001) > id).toBe(true)
  expect(uuid7(0, new Uint8Array(10).fill(255))).toBe('00000000-0000-7fff-bfff-ffffffffffff')
})

test('progress only grows, is at 70 % at the typical time, and never pretends to be nearly done', () => {
  const shares = Array.from({ length: 400 }, (_, second) => progress(second * 1000, 10_000))
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect(progress(10_000, 10_000)).toBeCloseTo(0.7)
  expect(progress(-5, 10_000)).toBe(0)
  expect(Math.max(...shares)).toBeLessThan(0.95)
})

test('past its typical time progress slows down, without a jump', () => {
  const step = (at: number) => progress(at + 100, 10_000) - progress(at, 10_000)
  expect(step(10_000)).toBeCloseTo(step(9900), 3)
  expect(step(20_000)).toBeLessThan(step(10_000) / 2)
})

test('a file’s name has the prompt and the model', () => {
  const model = modelOf('image/krea/krea-2/large')
  const record = newRecord(model, { prompt: 'Ein Füchslein: im/Schnee!' }, uuid7(1), 1)
  expect(fileName({ ...record, id: 'x-123abc' })).toBe(
    'ein-fuchslein-im-schnee-image-krea-krea-2-large-123abc.png',
  )
  expect(fileName({ ...record, id: 'x-123abc', prompt: '東京の夜' })).toMatch(
    /^東京の夜-image-krea/,
  )
})

test('a record of the first version is read as no favourite, on no board, made from nothing', () => {
  const { favourite, boards, parents, deletedAt, ...first } = newRecord(
    modelOf('image/bfl/flux-1-dev'),
    { prompt: 'a fox' },
    uuid7(1),
    1,
  )
  expect(recordSchema.parse(first)).toEqual({ ...first, favourite, boards, parents, deletedAt })
})

const nameOf = (prompt: string) =>
  fileName({
    ...newRecord(modelOf('image/krea/krea-2/large'), { prompt }, uuid7(1), 1),
    model: 'm',
  })

test('file names keep the letters of every script', () => {
  expect(nameOf('ガラスの城')).toMatch(/^ガラスの城-m-/)
  expect(nameOf('한글로 쓴 성')).toMatch(/^한글로-쓴-성-m-/)
  expect(nameOf('पहाड़ पर किला')).toMatch(new RegExp(`^${'पहाड़-पर-किला'.normalize('NFC')}-m-`))
  expect(nameOf('ปราสาทน้ำแข็ง')).toMatch(new RegExp(`^${'ปราสาทน้ำแข็ง'.normalize('NFKC')}-m-`))
  expect(nameOf('Їжак і йод')).toMatch(/^їжак-і-йод-m-/)
  expect(nameOf('Crème brûlée')).toMatch(/^creme-brulee-m-/)
})

test('a file name is cut between letters, never within one, and fits a file system', () => {
  const name = nameOf(`${'x'.repeat(59)}𠮷野家の夜`)
  expect(name).toMatch(/^x{59}𠮷-m-/)
  expect(encodeURIComponent(name)).toContain('%F0%A0%AE%B7')
  expect(nameOf('a cut \ud83d')).toMatch(/^a-cut-m-/)
  const hindi = nameOf('क्षत्रिय'.repeat(60))
  expect(new TextEncoder().encode(hindi).length).toBeLessThan(200)
  expect(hindi).not.toMatch(/\p{Cs}/u)
})

test('a record whose times or shape nothing can show is damaged', () => {
  const record = newRecord(modelOf('image/bfl/flux-1-dev'), { prompt: 'a fox' }, uuid7(1), 1)
  expect(parseRecord(record)).toEqual(record)
  expect(parseRecord({ ...record, createdAt: 9e15 })).toBeUndefined()
  expect(parseRecord({ ...record, startedAt: -9e15 })).toBeUndefined()
  expect(parseRecord({ ...record, deletedAt: 9e15 })).toBeUndefined()
  expect(parseRecord({ ...record, previews: [{ url: 'u', at: 9e15 }] })).toBeUndefined()
  expect(parseRecord({ ...record, aspect: 0 })).toBeUndefined()
})

test('an entry that no day can hold is left out of the grid', () => {
  const entry = entryOf(newRecord(modelOf('image/bfl/flux-1-dev'), {}, uuid7(1), 1))
  expect(canShow(entry)).toBe(true)
  expect(canShow({ ...entry, createdAt: 9e15 })).toBe(false)
  expect(canShow({ ...entry, aspect: Number.NaN })).toBe(false)
})
