import type { Input, Json } from '../catalog/field'
import type { Entry } from './entry'

/** Ids of the pictures that one was made from, and of those that it led to. */
export type Family = { madeFrom: string[]; ledTo: string[] }

/** @param entries all there is; what was deleted since is in neither list */
export function familyOf(id: string, parents: string[], entries: Entry[]): Family {
  const here = new Set(entries.map((entry) => entry.id))
  return {
    madeFrom: parents.filter((parent) => here.has(parent)),
    ledTo: entries.filter((entry) => entry.parents.includes(id)).map((entry) => entry.id),
  }
}

/** The records whose pictures are in a request. @param origins record ids by the picture's address */
export function parentsIn(input: Input, origins: ReadonlyMap<string, string>): string[] {
  return [...new Set(addressesIn(input).flatMap((url) => origins.get(url) ?? []))]
}

function addressesIn(value: Json): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object'
    ? Object.values(value).flatMap(addressesIn)
    : []
}
