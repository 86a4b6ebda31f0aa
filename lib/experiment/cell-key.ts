import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Input, Json } from '../catalog/field'

/** What a cell sends. Its identity is this whole body, never its label. */
export type CellRequest = { model: string; input: Input }

/** SHA-256, in hex, of a request's canonical JSON: names sorted, however deep. */
export const cellKey = ({ model, input }: CellRequest): string =>
  bytesToHex(sha256(utf8ToBytes(canonical({ model, input }))))

/**
 * The UUID under which a cell's job is submitted: the same for the same experiment, request and
 * attempt in every browser. It begins with the experiment's id, so that where that is a version 7
 * UUID its records sort by the time the experiment was made.
 */
export function idempotencyKey(experimentId: string, key: string, attempt = 0): string {
  const hash = bytesToHex(sha256(utf8ToBytes(`${experimentId}:${key}:${attempt}`)))
  const variant = (8 + (Number.parseInt(hash.charAt(3), 16) & 3)).toString(16)
  return `${experimentId.slice(0, 13)}-7${hash.slice(0, 3)}-${variant}${hash.slice(4, 7)}-${hash.slice(7, 19)}`
}

function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const pairs = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, item]) => `${JSON.stringify(name)}:${canonical(item)}`)
  return `{${pairs.join(',')}}`
}
