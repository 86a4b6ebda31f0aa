import * as z from 'zod/mini'
import { type Digest, digestOf } from './digest'
import type { Model } from './field'

const common = { model: z.string(), name: z.string() }

const fieldChangeSchema = z.object({
  name: z.string(),
  kind: z.enum(['added', 'removed', 'changed']),
})

/** What happened to a model between two documents. */
export const changeSchema = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.enum(['added', 'removed']) }),
  z.object({
    ...common,
    kind: z.literal('retiring'),
    sunset: z.nullable(z.string()),
    replacement: z.nullable(z.string()),
  }),
  z.object({
    ...common,
    kind: z.literal('changed'),
    fields: z.array(fieldChangeSchema),
    price: z.boolean(),
  }),
])

export type CatalogChange = z.infer<typeof changeSchema>
type FieldChange = z.infer<typeof fieldChangeSchema>

/** The differences from one catalog to a later one, in the later one's order; removed ones last. */
export const drift = (before: Model[], after: Model[]): CatalogChange[] =>
  digestDrift(digestOf(before), digestOf(after))

/** The same, of what was kept of them. */
export function digestDrift(before: Digest, after: Digest): CatalogChange[] {
  const changes = Object.entries(after).flatMap(([id, model]) =>
    changesOf(Object.hasOwn(before, id) ? before[id] : undefined, id, model),
  )
  const removed = Object.entries(before)
    .filter(([id]) => !Object.hasOwn(after, id))
    .map(([id, { name }]): CatalogChange => ({ model: id, name, kind: 'removed' }))
  return [...changes, ...removed]
}

function changesOf(
  old: Digest[string] | undefined,
  id: string,
  model: Digest[string],
): CatalogChange[] {
  const common = { model: id, name: model.name }
  if (!old) return [{ ...common, kind: 'added' }]
  const changes: CatalogChange[] = []
  if (model.retirement && !same(old.retirement, model.retirement))
    changes.push({ ...common, kind: 'retiring', ...model.retirement })
  const fields = fieldChanges(old.fields, model.fields)
  const price = old.prices !== model.prices
  if (fields.length > 0 || price) changes.push({ ...common, kind: 'changed', fields, price })
  return changes
}

function fieldChanges(old: Record<string, string>, now: Record<string, string>): FieldChange[] {
  const names = new Set([...Object.keys(now), ...Object.keys(old)])
  return [...names].flatMap((name): FieldChange[] => {
    const was = Object.hasOwn(old, name) ? old[name] : undefined
    const is = Object.hasOwn(now, name) ? now[name] : undefined
    if (was === undefined) return [{ name, kind: 'added' }]
    if (is === undefined) return [{ name, kind: 'removed' }]
    return was === is ? [] : [{ name, kind: 'changed' }]
  })
}

/** One line for people: `Flux.1 Dev: steps changed, price changed`. */
export function formatChange(change: CatalogChange): string {
  const verb = { added: 'new', removed: 'gone', retiring: 'retires', changed: '' }[change.kind]
  return `${change.name}: ${[verb, changeDetail(change)].filter(Boolean).join(' ')}`
}

/** What there is to say beyond the kind: `steps changed, price changed`; `null` for nothing. */
export function changeDetail(change: CatalogChange): string | null {
  switch (change.kind) {
    case 'added':
    case 'removed':
      return null
    case 'retiring': {
      const when = change.sunset && `on ${change.sunset}`
      const instead = change.replacement && `use ${change.replacement}`
      return [when, instead].filter(Boolean).join(', ') || null
    }
    case 'changed': {
      const fields = change.fields.map(({ name, kind }) => `${name} ${kind}`)
      return [...fields, ...(change.price ? ['price changed'] : [])].join(', ')
    }
    default:
      return change satisfies never
  }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
