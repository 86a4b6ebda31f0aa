import { defaultInput, randomSeed } from '../catalog/defaults'
import { fieldOf, type Input, type Model, propertiesOf } from '../catalog/field'
import { translateRetired } from '../catalog/retired'
import type { FieldIssue } from '../contract/errors'

/** The request a click sends: `input` is Krea's body, in the model's own field names. */
export type Draft = { model: string; input: Input }

export type DraftState = {
  draft: Draft
  /** Values that the current model does not take, restored on the way back. */
  unusedValues: Input
  seedLocked: boolean
  /** How many pictures a click asks for, 1 to 8. */
  count: number
  /** Prompts that were sent, newest first. */
  prompts: string[]
  /** Sentences about values lost by a change of model or by a link. */
  notes: string[]
  /** Set by a click that found issues: from then on every field shows its own. */
  checking: boolean
  /** Issues found by the server, with the body they belong to. */
  refused: { input: Input; fields: FieldIssue[] } | null
  /** Why the text in a control is no value, by path: it is not in the body, so nothing is sent. */
  inputErrors: Record<string, string>
  /** Properties whose control was left: from then on it shows its own issue. */
  visited: string[]
  /** The form before another one replaced it. */
  replaced: Pick<DraftState, 'draft' | 'unusedValues'> | null
  /** Settings in a file that was dropped as an input picture: offered, not applied. */
  foundSettings: { fileName: string; draft: Draft } | null
  /** Counts the replacements, so that no control shows text from before. */
  revision: number
}

export function freshState(model: Model | undefined): DraftState {
  return {
    draft: { model: model?.id ?? '', input: model ? defaultInput(model) : {} },
    unusedValues: {},
    seedLocked: false,
    count: 1,
    prompts: [],
    notes: [],
    checking: false,
    refused: null,
    inputErrors: {},
    visited: [],
    replaced: null,
    foundSettings: null,
    revision: 0,
  }
}

/** A draft from storage, a link or a record, with today's field names and without unknown fields. */
export function normalizeDraft(model: Model, { input }: Draft, random: () => number): Draft {
  const known = new Set(model.fields.flatMap(propertiesOf))
  const current = Object.entries(translateRetired(model, input)).filter(([name]) => known.has(name))
  return { model: model.id, input: withSeed(model, Object.fromEntries(current), random) }
}

/** A seed is always sent: without one, most models use a fixed number and repeat the picture. */
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

/** The state while its form is replaced: without the issues and notes of the old one, which an undo restores. */
export function replacing(now: DraftState): DraftState {
  const { draft, unusedValues, revision } = now
  return {
    ...now,
    notes: [],
    checking: false,
    refused: null,
    inputErrors: {},
    visited: [],
    foundSettings: null,
    replaced: { draft, unusedValues },
    revision: revision + 1,
  }
}
