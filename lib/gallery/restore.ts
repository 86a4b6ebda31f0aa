import type * as z from 'zod/mini'
import { ApiError } from '../errors'
import { manifestName, manifestSchema, typeOf } from './backup'
import { announceBoards } from './changes'
import { database } from './database'
import { digest } from './digest'
import { type Merged, mergeRecords } from './merge'
import { type GalleryRecord, recordSchema } from './record'
import { hasRoomFor, isQuotaError, tellStorage } from './storage'
import { refused } from './transitions'
import { NoZipError, readZip, type ZipEntry } from './zip-reader'

/** Read, checked and written together. */
const batchSize = 20

/**
 * Brings a backup back. What is here stays as it is, so that nothing is doubled; what is missing comes.
 * @returns what came of it, in a sentence
 */
export async function restore(file: Blob): Promise<string> {
  const files = await readZip(file).catch(unlessNoZip)
  const byName = new Map(files.map((entry) => [entry.name, entry]))
  const manifest = await parse(byName.get(manifestName), manifestSchema)
  if (!manifest) return 'This zip is no backup of a playground.'
  const total = { added: 0, present: 0, damaged: 0 }
  try {
    await restoreBoards(manifest.boards)
    const records = files.filter(({ name }) => name.startsWith('records/'))
    for (let at = 0; at < records.length; at += batchSize) {
      const batch = records.slice(at, at + batchSize)
      const read = await Promise.all(batch.map((entry) => readOne(entry, byName)))
      const whole = read.filter((one) => one !== null)
      if (!(await hasRoomFor(bytesOf(whole)))) return noRoom(total)
      const { added, present } = await mergeRecords(whole)
      total.added += added
      total.present += present
      total.damaged += batch.length - whole.length
    }
  } catch (error) {
    if (!isQuotaError(error)) throw error
    return noRoom(total)
  }
  tellStorage(false)
  return words(total)
}

function noRoom(total: Parameters<typeof words>[0]): string {
  tellStorage(true)
  return `The storage of this browser is full. ${words(total)}`
}

const bytesOf = (batch: Merged[]): number =>
  batch
    .flatMap(({ bytes, previews }) => [
      bytes?.original?.size ?? 0,
      bytes?.thumbnail.size ?? 0,
      ...previews.map((preview) => preview.bytes.size),
    ])
    .reduce((sum, size) => sum + size, 0)

async function readOne(entry: ZipEntry, files: Map<string, ZipEntry>): Promise<Merged | null> {
  const record = await parse(entry, recordSchema)
  if (!record) return null
  const kept = record.state.kind === 'done' ? record.state.picture : null
  const bytes = async (folder: string, type: string) => {
    const end = type === 'image/jpeg' ? 'jpg' : (type.split('/')[1] ?? 'bin')
    return (await files.get(`${folder}/${record.id}.${end}`)?.read(type)) ?? null
  }
  const original = kept && (await bytes('originals', kept.type))
  const thumbnail = kept && (await bytes('thumbnails', 'image/webp'))
  if (kept && (!thumbnail || (kept.original && !original))) return null
  if (original && kept?.sha256 && isSecureContext && (await digest(original)) !== kept.sha256)
    return null
  return {
    record: settled(record),
    bytes: thumbnail && { original, thumbnail },
    previews: await previewsIn(files, record),
  }
}

async function previewsIn(files: Map<string, ZipEntry>, { id, previews }: GalleryRecord) {
  const found: Merged['previews'] = []
  for (const at of previews.keys()) {
    const entry = ['webp', 'png', 'jpg', 'avif', 'gif']
      .map((end) => files.get(`previews/${id}/${at}.${end}`))
      .find((one) => one !== undefined)
    if (entry) found.push({ at, bytes: await entry.read(typeOf(entry.name)) })
  }
  return found
}

/** A request that was under way elsewhere must not be sent again from here: it may have been paid. */
const settled = (record: GalleryRecord): GalleryRecord =>
  refused({ ...record, deletedAt: null }, new ApiError('submit_unknown'), Date.now())

async function restoreBoards(boards: z.infer<typeof manifestSchema>['boards']): Promise<void> {
  const transaction = (await database()).transaction('boards', 'readwrite')
  const known = new Set(await transaction.store.getAllKeys())
  const missing = boards.filter(({ id }) => !known.has(id))
  await Promise.all([...missing.map((board) => transaction.store.put(board)), transaction.done])
  announceBoards()
}

async function parse<T>(entry: ZipEntry | undefined, schema: z.ZodMiniType<T>): Promise<T | null> {
  const text = await entry?.read('application/json').then((blob) => blob.text())
  try {
    return schema.safeParse(JSON.parse(text ?? 'null')).data ?? null
  } catch {
    return null
  }
}

function unlessNoZip(error: unknown): ZipEntry[] {
  if (error instanceof NoZipError) return []
  throw error
}

function words({ added, present, damaged }: Record<'added' | 'present' | 'damaged', number>) {
  const parts = [
    `${added} restored`,
    present > 0 ? `${present} already here` : '',
    damaged > 0 ? `${damaged} damaged and left out` : '',
  ]
  return `${parts.filter(Boolean).join(', ')}.`
}
