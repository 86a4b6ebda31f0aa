import 'server-only'
import type { FieldIssue } from '../contract/errors'

/** What an error answer of Krea's says, wherever it says it. */
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
  const top = membersOf(parse(body))
  const inner = membersOf(top.get('error'))
  const pick = (name: string) => top.get(name) ?? inner.get(name)
  const fields = ['details', 'errors', 'issues', 'detail']
    .flatMap((name) => listOf(pick(name)))
    .flatMap(fieldIssue)
    .slice(0, maxFields)
  const message = [top.get('error'), inner.get('message'), top.get('message'), top.get('detail')]
    .map(sentence)
    .find((found) => found !== null)
  return {
    message: message ?? null,
    fields,
    replacement: modelId(pick('replacement')),
    sunset: sentence(pick('sunset_date')),
  }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

function membersOf(value: unknown): Map<string, unknown> {
  const plain = typeof value === 'object' && value !== null && !Array.isArray(value)
  return new Map(plain ? Object.entries(value) : [])
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

function sentence(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 500) : null
}

function fieldIssue(value: unknown): FieldIssue[] {
  const members = membersOf(value)
  const message = sentence(members.get('message')) ?? sentence(members.get('msg'))
  if (message === null) return []
  const path = ['path', 'loc', 'field', 'instancePath']
    .map((name) => fieldPath(members.get(name)))
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
