import type { Input, Json } from '../catalog/field'
import type { Entry } from './entry'

/** Ids of a picture's parents and children. */
export type Lineage = { madeFrom: string[]; ledTo: string[] }

/** @param entries all entries: deleted pictures are in neither list */
export function lineageOf(id: string, parents: string[], entries: Entry[]): Lineage {
  const known = new Set(entries.map((entry) => entry.id))
  return {
    madeFrom: parents.filter((parent) => known.has(parent)),
    ledTo: entries.filter((entry) => entry.parents.includes(id)).map((entry) => entry.id),
  }
}

/** Ids of the records whose pictures are in a request. @param sources record ids by the picture's address */
export function parentsIn(input: Input, sources: ReadonlyMap<string, string>): string[] {
  return [...new Set(addressesIn(input).flatMap((url) => sources.get(url) ?? []))]
}

function addressesIn(value: Json): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object'
    ? Object.values(value).flatMap(addressesIn)
    : []
}
