import { defaultInput, randomSeed } from '../catalog/defaults'
import { fieldOf, type Input, type Model, propertiesOf } from '../catalog/field'
import { translateRetired } from '../catalog/retired'
import type { FieldIssue } from '../contract/errors'
import { convertDraft } from './convert'

/** The request a click sends: `input` is Krea's body, in the model's own field names. */
export type Draft = { model: string; input: Input }

export type DraftState = {
  draft: Draft
  /** Values that the model at hand does not take, kept for the way back. */
  parked: Input
  seedLocked: boolean
  /** How many pictures a click asks for, 1 to 8. */
  count: number
  /** Prompts that were sent, the newest first. */
  prompts: string[]
  /** What the last change of model or the link could not keep, in sentences. */
  notes: string[]
  /** Set by a click that found something to correct; from then on faults show as they are typed. */
  checking: boolean
  /** What the server refused, with the body it refused. */
  refused: { input: Input; fields: FieldIssue[] } | null
}

export function freshState(model: Model | undefined): DraftState {
  return {
    draft: { model: model?.id ?? '', input: model ? defaultInput(model) : {} },
    parked: {},
    seedLocked: false,
    count: 1,
    prompts: [],
    notes: [],
    checking: false,
    refused: null,
  }
}

/** The state under another model, with a sentence about what it does not take. */
export function withModel(
  state: DraftState,
  from: Model | null,
  to: Model,
  random: () => number,
): DraftState {
  const { input, parked, dropped } = convertDraft(from, to, state.draft.input, state.parked)
  const one = dropped.length === 1
  const note = `${to.name} does not take ${listed(dropped)}. ${one ? 'It comes' : 'They come'} back with ${from?.name ?? 'another model'}.`
  return {
    ...state,
    draft: { model: to.id, input: withSeed(to, input, random) },
    parked,
    notes: dropped.length > 0 ? [note] : [],
    checking: false,
    refused: null,
  }
}

/** A draft from storage, a link or a record, as the model reads it today, with nothing it does not know. */
export function settled(model: Model, { input }: Draft, random: () => number): Draft {
  const known = new Set(model.fields.flatMap(propertiesOf))
  const current = Object.entries(translateRetired(model, input)).filter(([name]) => known.has(name))
  return { model: model.id, input: withSeed(model, Object.fromEntries(current), random) }
}

/** A seed is always sent, else most models fall back on one fixed number and repeat themselves. */
export function withSeed(model: Model, input: Input, random: () => number): Input {
  const seed = fieldOf(model, 'seed')
  return seed && typeof input[seed.name] !== 'number'
    ? { ...input, [seed.name]: seedWithin(seed, random) }
    : input
}

export function seedWithin(
  { min, max }: { min: number | null; max: number | null },
  random: () => number,
): number {
  const drawn = randomSeed(random)
  const low = Math.ceil(min ?? 0)
  return max === null ? Math.max(drawn, low) : low + (drawn % (Math.floor(max) - low + 1))
}

const listed = (labels: string[]) =>
  new Intl.ListFormat('en').format(labels.map((label) => label.toLowerCase()))
