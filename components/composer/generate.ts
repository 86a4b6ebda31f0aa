import { createPressFilter, type Press } from '@/lib/browser/press-filter'
import { fieldOf, type Input, type Model } from '@/lib/catalog/field'
import { bodiesOf } from '@/lib/draft/bodies'
import { hasBodyIssues, hasIssues } from '@/lib/draft/check'
import { rememberPrompt, setField } from '@/lib/draft/draft'
import { getDraftState, updateDraft } from '@/lib/draft/draft-store'
import * as issues from '@/lib/draft/issues'
import { resetChecks, showIssues, showRefusedFields } from '@/lib/draft/sent-draft'
import { type DraftState, seedWithin, withSeed } from '@/lib/draft/state'
import { setIssues } from '@/lib/draft/use-draft'
import { affordableCount } from './affordable-count'

// This part loads at the first move, key or focus. Fields that were left before it came are checked now.
setIssues(issues)
updateDraft((now) => ({ ...now }))

const isRepeated = createPressFilter()

/**
 * Sends the draft as it was at the press, as many times as asked, and waits for none. One press is one intention, however often
 * its event comes. Calls `onIssue` when a field needs a change: at once, or when the server finds it.
 */
export function generate(model: Model, state: DraftState, press: Press, onIssue: () => void): void {
  if (hasIssues(model, state)) {
    showIssues()
    onIssue()
    return
  }
  if (isRepeated(press, intentOf(model, state.draft.input))) return
  send(model, bodiesOfPress(model, state.draft.input, state.count), onIssue)
  drawSeed(model)
}

/** Everything of a request but its seed, which each press draws anew. */
function intentOf(model: Model, input: Input): string {
  const seed = fieldOf(model, 'seed')
  return JSON.stringify({ model: model.id, ...input, ...(seed ? { [seed.name]: null } : {}) })
}

/**
 * Sends the draft once for each prompt, as many times as asked.
 * @returns a sentence when one of them is refused; then nothing was sent.
 */
export function generateForPrompts(model: Model, prompts: string[]): string | null {
  const { draft, inputErrors } = getDraftState()
  const field = fieldOf(model, 'prompt')
  if (!field) return `${model.name} takes no prompt.`
  const inputs = prompts.map((prompt) => ({ ...draft.input, [field.name]: prompt }))
  const invalidIndex = inputs.findIndex((input) => hasBodyIssues(model, { ...draft, input }))
  if (invalidIndex >= 0)
    return `Prompt ${invalidIndex + 1}, or a setting of the form, needs a change.`
  if (Object.keys(inputErrors).length > 0) return 'A setting of the form needs a change.'
  const bodies = prompts.flatMap((prompt) => {
    const { draft: now, count } = getDraftState()
    const ofPrompt = bodiesOfPress(model, { ...now.input, [field.name]: prompt }, count)
    drawSeed(model)
    return ofPrompt
  })
  send(model, bodies, () => undefined)
  return null
}

function bodiesOfPress(model: Model, input: Input, count: number): Input[] {
  const seeded = withSeed(model, withoutBlankPrompt(model, input), Math.random)
  return bodiesOf(model, seeded, affordableCount(count), Math.random)
}

function send(model: Model, bodies: Input[], onIssue: () => void): void {
  const [body] = bodies
  if (!body) return
  import('@/lib/engine/submit').then(
    async ({ submitBatch }) => {
      const error = await submitBatch(model, bodies)
      if (!error) return
      isRepeated.forget()
      showRefusedFields(model, body, error.fields ?? [{ path: '', message: error.message }])
      onIssue()
    },
    () => showRefusedFields(model, body, [{ path: '', message: notLoaded }]),
  )
  resetChecks()
  for (const { prompt } of bodies) if (typeof prompt === 'string') rememberPrompt(prompt)
}

/** Where a prompt may be empty, blanks are none. */
function withoutBlankPrompt(model: Model, input: Input): Input {
  const prompt = fieldOf(model, 'prompt')
  const text = prompt && input[prompt.name]
  if (!prompt || typeof text !== 'string' || text.trim() !== '') return input
  const { [prompt.name]: _, ...others } = input
  return others
}

function drawSeed(model: Model): void {
  const seed = fieldOf(model, 'seed')
  if (seed && !getDraftState().seedLocked) setField(seed.name, seedWithin(seed, Math.random))
}

const notLoaded =
  'A part of this page could not be fetched, and nothing was sent. Check the connection and try again.'
