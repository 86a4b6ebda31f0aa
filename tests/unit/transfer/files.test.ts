import { deflateSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { downloadZip } from 'client-zip'
import sharp from 'sharp'
import { formatBytes } from '@/lib/format-bytes'
import { contactSheet } from '@/lib/transfer/export-page'
import { openBackup } from '@/lib/transfer/open-backup'
import { readTexts, withTexts } from '@/lib/transfer/png-text'
import { readSettings } from '@/lib/transfer/read-settings'
import { NoZipError, readZip } from '@/lib/transfer/zip-reader'
import { picture } from '../../fixtures/picture'

const png = async () => new Blob([await picture()], { type: 'image/png' })
const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer())

test('texts written into a PNG are read again, and the picture is still the same', async () => {
  const texts = { Description: 'ein Füchslein, 東京', 'krea-playground': '{"model":"m"}' }
  const told = await bytesOf(withTexts(await png(), texts))
  expect(Object.fromEntries(await readTexts(told))).toEqual(texts)
  const pixels = (bytes: Uint8Array) => sharp(bytes).raw().toBuffer()
  expect(await pixels(told)).toEqual(await pixels(await picture()))
})

test('libpng agrees about the text and its checksum', async () => {
  const told = await bytesOf(withTexts(await png(), { Software: 'Krea Playground' }))
  const { comments } = await sharp(told, { failOn: 'warning' }).metadata()
  expect(comments).toContainEqual({ keyword: 'Software', text: 'Krea Playground' })
})

test('texts of the older kind are read, and a file that is no PNG has none', async () => {
  const [length, rest] = [new Uint8Array([0, 0, 0, 7]), new TextEncoder().encode('tEXtTitle\0x')]
  const head = (await picture()).slice(0, 33)
  const file = await bytesOf(new Blob([head, length, rest, new Uint8Array(4)]))
  expect(Object.fromEntries(await readTexts(file))).toEqual({ Title: 'x' })
  expect((await readTexts(new Uint8Array(await picture('jpeg')))).size).toBe(0)
  expect((await readTexts(new Uint8Array())).size).toBe(0)
})

/** A PNG with one chunk after its header, without its checksum, which nobody reads. */
async function withChunk(
  ...parts: (string | Uint8Array<ArrayBuffer>)[]
): Promise<Uint8Array<ArrayBuffer>> {
  const data = await bytesOf(new Blob(parts))
  const length = new DataView(new ArrayBuffer(4))
  length.setUint32(0, data.length - 4)
  const head = (await picture()).slice(0, 33)
  return bytesOf(new Blob([head, length, data, new Uint8Array(4)]))
}

test('texts that another program compressed are read, and broken ones are left out', async () => {
  const text = '{"model":"m","prompt":"Füchslein"}'
  const packed = new Uint8Array(deflateSync(text))
  const international = await withChunk('iTXtkrea-playground\0\x01\0\0\0', packed)
  expect((await readTexts(international)).get('krea-playground')).toBe(text)
  const latin = new Uint8Array(deflateSync(Buffer.from('{"a":1}', 'latin1')))
  expect((await readTexts(await withChunk('zTXtTitle\0\0', latin))).get('Title')).toBe('{"a":1}')
  const broken = await withChunk('zTXtTitle\0\0', packed.slice(4))
  expect((await readTexts(broken)).size).toBe(0)
})

test('a zip is read back name by name, byte by byte', async () => {
  const files = [
    { name: 'records/ü.json', input: '{"a":1}' },
    { name: 'originals/1.png', input: await picture() },
  ]
  const entries = await readZip(await downloadZip(files).blob())
  expect(entries.map(({ name }) => name)).toEqual(files.map(({ name }) => name))
  const [record, original] = await Promise.all(entries.map(({ read }) => read('image/png')))
  expect(await record?.text()).toBe('{"a":1}')
  expect(original?.type).toBe('image/png')
  expect(original && (await bytesOf(original))).toEqual(await picture())
})

test('a file read from a zip has bytes of its own: WebKit would store a slice as the whole zip', async () => {
  const zip = await downloadZip([{ name: 'a.png', input: await picture() }]).blob()
  const slices = new Set<Blob>()
  const slice = zip.slice.bind(zip)
  zip.slice = (...range) => {
    const part = slice(...range)
    slices.add(part)
    return part
  }
  const [entry] = await readZip(zip)
  const read = await entry?.read('image/png')
  expect(slices.size).toBeGreaterThan(0)
  expect(read && slices.has(read)).toBe(false)
})

test('a zip that was cut off is refused', async () => {
  const zip = await downloadZip([{ name: 'a', input: await picture() }]).blob()
  await expect(readZip(zip.slice(0, zip.size - 30))).rejects.toThrow(NoZipError)
  await expect(readZip(new Blob(['no zip']))).rejects.toThrow(NoZipError)
})

const manifest = { format: 'krea-playground-backup', version: 1, madeAt: '2026-11-27', boards: [] }
const zipOf = (files: Record<string, unknown>) =>
  downloadZip(
    Object.entries(files).map(([name, value]) => ({ name, input: JSON.stringify(value) })),
  ).blob()
const problemOf = async (file: Blob) => {
  const backup = await openBackup(file)
  return backup.kind === 'refused' ? backup.problem : null
}

test('a backup that was unpacked and packed again, with its folder, opens', async () => {
  const zip = await zipOf({
    'krea-playground-backup/backup.json': manifest,
    'krea-playground-backup/records/1.json': {},
    '__MACOSX/krea-playground-backup/._backup.json': {},
  })
  const backup = await openBackup(zip)
  const names = backup.kind === 'opened' ? backup.files.map(({ name }) => name) : []
  expect(names).toEqual(['backup.json', 'records/1.json'])
})

test('a file that is no whole backup is called what it is', async () => {
  const whole = await zipOf({ 'backup.json': manifest })
  expect(await problemOf(whole)).toBeNull()
  expect(await problemOf(whole.slice(0, whole.size - 10))).toContain('cut off')
  expect(await problemOf(new Blob([]))).toContain('empty')
  expect(await problemOf(new Blob(['hello']))).toContain('not a zip')
  expect(await problemOf(await zipOf({ 'backup.json': { ...manifest, version: 2 } }))).toContain(
    'newer version',
  )
  expect(await problemOf(await zipOf({ 'index.html': 'x' }))).toContain('no backup')
})

test('a picture and a file of parameters give their settings back; another file gives none', async () => {
  const settings = { model: 'image/bfl/flux-1-dev', input: { prompt: 'a fox', seed: 7 } }
  const text = JSON.stringify({ ...settings, modelName: 'Flux' })
  const told = withTexts(await png(), { 'krea-playground': text })
  expect(await readSettings(new File([told], 'fox.png'), 'image/a')).toEqual(settings)
  expect(await readSettings(new File([text], 'fox.json'), 'image/a')).toEqual(settings)
  expect(await readSettings(new File([`[${text}]`], 'parameters.json'), 'image/a')).toEqual(
    settings,
  )
  const other = withTexts(await png(), { parameters: 'a fox\nSteps: 20, Seed: 7' })
  expect(await readSettings(new File([other], 'a1111.png'), 'image/a')).toEqual({
    model: 'image/a',
    input: { prompt: 'a fox', steps: 20, num_inference_steps: 20, seed: 7 },
  })
  expect(await readSettings(new File([await png()], 'plain.png'), 'image/a')).toBeNull()
  expect(await readSettings(new File(['{'], 'broken.json'), 'image/a')).toBeNull()
})

test('a prompt cannot break out of the page of a zip', () => {
  const sheet = contactSheet(
    [
      {
        file: 'pictures/a b.png',
        id: '1',
        madeAt: '2026-11-20T12:00:00.000Z',
        model: 'm',
        modelName: 'M',
        prompt: '"><script>alert(1)</script>',
        input: {},
        price: null,
        parents: [],
        width: 1,
        height: 1,
        sha256: null,
      },
    ],
    true,
  )
  expect(sheet).not.toContain('<script>')
  expect(sheet).toContain('src="pictures/a%20b.png"')
})

test('bytes are written in the unit that people use', () => {
  expect([0, 12_345, 340_000_000, 1_234_000_000, 999_999_999].map(formatBytes)).toEqual([
    '0 KB',
    '12 KB',
    '340 MB',
    '1.2 GB',
    '1.0 GB',
  ])
})
