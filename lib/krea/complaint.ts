import 'server-only'
import type { FieldIssue } from '../contract/errors'
import { memberOf, sentence } from './json'

/** The contents of an error answer, wherever Krea puts them. */
export type Complaint = {
  message: string | null
  fields: FieldIssue[]
  replacement: string | null
  sunset: string | null
}

const maxFields = 50

/**
 * Reads an error body as clients in the field do: `error` (string or object), `message`, `detail`
 * (string or list), and lists under `details`, `errors` or `issues`. HTML says nothing.
 */
export function readComplaint(body: string): Complaint {
  const top = parse(body)
  const error = memberOf(top, 'error')
  const read = (name: string) => memberOf(top, name) ?? memberOf(error, name)
  const fields = ['details', 'errors', 'issues', 'detail']
    .flatMap((name) => listOf(read(name)))
    .flatMap(fieldIssue)
    .slice(0, maxFields)
  const message = [
    error,
    memberOf(error, 'message'),
    memberOf(error, 'detail'),
    memberOf(top, 'message'),
    memberOf(top, 'detail'),
    ...listOf(error),
  ]
    .map(sentence)
    .find((found) => found !== null)
  return {
    message: message ?? null,
    fields,
    replacement: modelId(read('replacement')),
    sunset: sentence(read('sunset_date')),
  }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

function fieldIssue(value: unknown): FieldIssue[] {
  const message = sentence(memberOf(value, 'message')) ?? sentence(memberOf(value, 'msg'))
  if (message === null) return []
  const path = ['path', 'loc', 'field', 'instancePath']
    .map((name) => fieldPath(memberOf(value, name)))
    .find((found) => found !== '')
  return [{ path: path ?? '', message }]
}

/** `["body","seed"]`, `"/seed"`, `"body.seed"` and `"images[0].url"` all end as dotted names. */
function fieldPath(value: unknown): string {
  const steps = Array.isArray(value)
    ? value.map(String)
    : typeof value === 'string'
      ? value.split(/[./[\]]+/)
      : []
  const named = steps.filter((step) => step !== '')
  return (named[0] === 'body' ? named.slice(1) : named).join('.').slice(0, 200)
}

/** A replacement is named by its path, its address or its bare id. */
function modelId(value: unknown): string | null {
  const name = sentence(value)?.replace(/^.*\/generate\//, '') ?? ''
  return /^[\w./-]+$/.test(name) ? name : null
}
