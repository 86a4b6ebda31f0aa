import { fieldOf, type Input, type Model } from '@/lib/catalog/field'
import { bodiesOf } from '@/lib/draft/bodies'
import { rememberPrompt, setField, showIssues, showRefusedFields } from '@/lib/draft/draft'
import { getDraftState } from '@/lib/draft/draft-store'
import { hasIssues } from '@/lib/draft/issues'
import { seedWithin, withSeed } from '@/lib/draft/state'

/** Loads on demand: zod and everything that follows a job come with it. */
export const loadSubmit = () => import('@/lib/engine/submit')

/**
 * Sends the draft as many times as asked, and waits for none. Calls `onFault` when a field needs a
 * change: at once, or when the server finds it later.
 */
export function generate(model: Model, onFault: () => void): void {
  const { draft } = getDraftState()
  if (hasIssues(model, draft)) {
    showIssues()
    onFault()
    return
  }
  send(model, draft.input, onFault)
  drawSeed(model)
}

/**
 * Sends the draft once for each prompt, as many times as asked.
 * @returns a sentence when one of them will not do; then nothing was sent.
 */
export function generateForPrompts(model: Model, prompts: string[]): string | null {
  const { draft } = getDraftState()
  const field = fieldOf(model, 'prompt')
  if (!field) return `${model.name} takes no prompt.`
  const inputs = prompts.map((prompt) => ({ ...draft.input, [field.name]: prompt }))
  const invalidIndex = inputs.findIndex((input) => hasIssues(model, { ...draft, input }))
  if (invalidIndex >= 0)
    return `Prompt ${invalidIndex + 1}, or a setting of the form, needs a change.`
  for (const prompt of prompts) {
    send(model, { ...getDraftState().draft.input, [field.name]: prompt }, () => undefined)
    drawSeed(model)
  }
  return null
}

function send(model: Model, input: Input, onFault: () => void): void {
  const { count } = getDraftState()
  const seeded = withSeed(model, input, Math.random)
  for (const body of bodiesOf(model, seeded, count, Math.random))
    loadSubmit().then(
      async ({ submit }) => {
        const error = await submit(model, body)
        if (!error?.fields) return
        showRefusedFields(model, body, error.fields)
        onFault()
      },
      () => showRefusedFields(model, body, [{ path: '', message: notLoaded }]),
    )
  if (typeof input.prompt === 'string') rememberPrompt(input.prompt)
}

function drawSeed(model: Model): void {
  const seed = fieldOf(model, 'seed')
  if (seed && !getDraftState().seedLocked) setField(seed.name, seedWithin(seed, Math.random))
}

const notLoaded =
  'A part of this page could not be fetched, and nothing was sent. Check the connection and try again.'
