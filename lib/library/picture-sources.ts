import * as z from 'zod/mini'
import type { Input } from '../catalog/field'
import { parentsIn } from '../record/lineage'

const storageKey = 'krea-playground:origins'
/** So many addresses are remembered, the latest. */
const most = 500

const originsSchema = z.array(z.tuple([z.string(), z.string()]))

/** Remembers that an address shows the picture of a record, so that what is made from it knows. */
export function rememberPictureSource(url: string, id: string): void {
  const origins = readOrigins()
  origins.delete(url)
  origins.set(url, id)
  try {
    localStorage.setItem(storageKey, JSON.stringify([...origins].slice(-most)))
  } catch {
    // A full or forbidden storage costs the lineage, and nothing else.
  }
}

const sources = new WeakMap<Blob, string>()

/** Remembers whose picture these bytes are, until they have an address. */
export const rememberUploadSource = (bytes: Blob, id: string) => void sources.set(bytes, id)

/** Bytes have got an address: where they are a record's picture, so is it. */
export function addPictureSource(bytes: Blob, url: string): void {
  const id = sources.get(bytes)
  if (id !== undefined) rememberPictureSource(url, id)
}

/** The records whose pictures are in a request. */
export const sourceIdsOf = (input: Input): string[] => parentsIn(input, readOrigins())

function readOrigins(): Map<string, string> {
  try {
    const saved = originsSchema.safeParse(JSON.parse(localStorage.getItem(storageKey) ?? '[]'))
    return new Map(saved.data)
  } catch {
    return new Map()
  }
}
