import * as z from 'zod/mini'
import type { Input } from '../catalog/field'
import { parentsIn } from '../record/lineage'

const storageKey = 'krea-playground:origins'
/** The latest addresses. */
const maxSources = 500

const sourcesSchema = z.array(z.tuple([z.string(), z.string()]))

/** Remembers the record whose picture is at an address: pictures made from it get that parent. */
export function rememberPictureSource(url: string, id: string): void {
  const sources = readSources()
  sources.delete(url)
  sources.set(url, id)
  try {
    localStorage.setItem(storageKey, JSON.stringify([...sources].slice(-maxSources)))
  } catch {
    // A full or forbidden storage costs only the lineage.
  }
}

const uploadSources = new WeakMap<Blob, string>()

/** Remembers the record whose picture these bytes are, until they have an address. */
export const rememberUploadSource = (bytes: Blob, id: string) => void uploadSources.set(bytes, id)

/** Bytes now have an address, which gets their source. */
export function addPictureSource(bytes: Blob, url: string): void {
  const id = uploadSources.get(bytes)
  if (id !== undefined) rememberPictureSource(url, id)
}

/** Ids of the records whose pictures are in a request. */
export const sourceIdsOf = (input: Input): string[] => parentsIn(input, readSources())

function readSources(): Map<string, string> {
  try {
    const saved = sourcesSchema.safeParse(JSON.parse(localStorage.getItem(storageKey) ?? '[]'))
    return new Map(saved.data)
  } catch {
    return new Map()
  }
}
