import 'server-only'
import * as z from 'zod'
import { ApiError } from '../contract/errors'

/** Only models of the catalog get here; the check keeps a strange document from naming other paths. */
export function modelPath(id: string): string {
  const named = id.split('/').every((step) => /^[\w.-]+$/.test(step) && !/^\.+$/.test(step))
  if (!named) throw new ApiError('unknown_model')
  return `/generate/${id}`
}

const jobId = z.guid()

export function jobPath(id: string): string {
  if (!jobId.safeParse(id).success) throw new ApiError('not_found', 'Job ids are UUIDs.')
  return `/jobs/${id}`
}

/** With its `?`; nothing where no value is set. */
export function queryString(query: Record<string, string | number | undefined>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  )
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`
}
