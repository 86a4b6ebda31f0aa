import { drift, formatChange } from '../lib/catalog/drift'
import type { Json, Model } from '../lib/catalog/field'
import type { readDocument } from '../lib/catalog/read'

type Read = ReturnType<typeof readDocument>

/** What changed from one document to a later one, a line for each; empty for nothing. */
export function describeChanges(before: Read, after: Read): string[] {
  const old = new Map(before.models.map((model) => [model.id, model]))
  const now = new Map(after.models.map((model) => [model.id, model]))
  const models = drift(before.models, after.models).flatMap((change) => {
    const [from, to] = [old.get(change.model), now.get(change.model)]
    const line = `${formatChange(change)} (${change.model})`
    return from && to && change.kind === 'changed' ? [line, ...fieldLines(from, to)] : [line]
  })
  const others = after.models.flatMap((model) => modelLines(old.get(model.id), model))
  const skipped = after.skipped
    .filter(({ id }) => !before.skipped.some((one) => one.id === id))
    .map(({ id, reason }) => `${id}: cannot be offered, since ${reason}`)
  return [...models, ...others, ...skipped]
}

/** `  steps: max 100 -> 50`, for each changed field. */
function fieldLines(from: Model, to: Model): string[] {
  return to.fields.flatMap((field) => {
    const old = from.fields.find(({ name }) => name === field.name)
    const changes = old ? differences(old, field) : []
    return changes.length === 0 ? [] : [`  ${field.name}: ${changes.join(', ')}`]
  })
}

/** What a model says of itself beside its fields, prices and retirement. */
function modelLines(from: Model | undefined, to: Model): string[] {
  if (!from) return []
  const facts = (model: Model) => ({
    name: model.name,
    typicalSeconds: model.typicalSeconds,
    computeUnits: model.computeUnits ?? null,
    description: model.description ?? null,
    aliases: model.aliases,
  })
  const changes = differences(facts(from), facts(to))
  return changes.length === 0 ? [] : [`${to.name}: ${changes.join(', ')} (${to.id})`]
}

function differences(from: object, to: object): string[] {
  const [old, now] = [new Map(Object.entries(from)), new Map(Object.entries(to))]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [show(old.get(key)), show(now.get(key))]
    return was === is ? [] : [`${key} ${was} -> ${is}`]
  })
}

const show = (value: Json | undefined) => (value === undefined ? 'none' : JSON.stringify(value))
