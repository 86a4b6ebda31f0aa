import { fieldOf, type Input, type Model } from '@/lib/catalog/field'
import { bodiesOf } from '@/lib/draft/bodies'
import { refuse, rememberPrompt, setField, startChecking } from '@/lib/draft/draft'
import { readDraft } from '@/lib/draft/draft-store'
import { hasIssues } from '@/lib/draft/issues'
import { seedWithin, withSeed } from '@/lib/draft/state'

/** Zod and all that follows a job come with it: not before somebody is about to need them. */
export const loadSubmit = () => import('@/lib/engine/submit')

/**
 * Sends the draft as many times as asked, and waits for none. Calls `onFault` when a field needs a
 * change: at once, or when the server finds it later.
 */
export function generate(model: Model, onFault: () => void): void {
  const { draft } = readDraft()
  if (hasIssues(model, draft)) {
    startChecking()
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
export function generateEach(model: Model, prompts: string[]): string | null {
  const { draft } = readDraft()
  const field = fieldOf(model, 'prompt')
  if (!field) return `${model.name} takes no prompt.`
  const inputs = prompts.map((prompt) => ({ ...draft.input, [field.name]: prompt }))
  const faulty = inputs.findIndex((input) => hasIssues(model, { ...draft, input }))
  if (faulty >= 0) return `Prompt ${faulty + 1}, or a setting of the form, needs a change.`
  for (const prompt of prompts) {
    send(model, { ...readDraft().draft.input, [field.name]: prompt }, () => undefined)
    drawSeed(model)
  }
  return null
}

function send(model: Model, input: Input, onFault: () => void): void {
  const { count } = readDraft()
  const seeded = withSeed(model, input, Math.random)
  for (const body of bodiesOf(model, seeded, count, Math.random))
    loadSubmit().then(
      async ({ submit }) => {
        const error = await submit(model, body)
        if (!error?.fields) return
        refuse(model, body, error.fields)
        onFault()
      },
      () => refuse(model, body, [{ path: '', message: notLoaded }]),
    )
  if (typeof input.prompt === 'string') rememberPrompt(input.prompt)
}

function drawSeed(model: Model): void {
  const seed = fieldOf(model, 'seed')
  if (seed && !readDraft().seedLocked) setField(seed.name, seedWithin(seed, Math.random))
}

const notLoaded =
  'A part of this page could not be fetched, and nothing was sent. Check the connection and try again.'
