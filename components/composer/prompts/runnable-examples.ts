import type { Press } from '@/lib/browser/press-filter'
import { fieldOf, type Model } from '@/lib/catalog/field'
import { replacePrompt } from '@/lib/draft/draft'
import { getDraftState } from '@/lib/draft/draft-store'
import { examplePrompts } from '@/lib/draft/prompts/example-prompts'

/** The example prompts, each to be run with one click: by the current model, if a prompt is all it needs. */
export function runnableExamples(models: Model[], run: (press: Press) => void) {
  return examplePrompts.map(({ prompt, picture }) => ({
    prompt,
    picture,
    run: async (press: Press) => {
      const current = models.find(({ id }) => id === getDraftState().draft.model)
      const suitable = modelForExamples(models, current)
      if (suitable && suitable !== current) {
        const { chooseModel } = await import('@/lib/draft/replace-draft')
        chooseModel(suitable)
      }
      const field = suitable && fieldOf(suitable, 'prompt')
      if (field) replacePrompt(field.name, prompt)
      run(press)
      focusGallery()
    },
  }))
}

/** The model that an example runs with: the current one, if a prompt is all it needs. */
export const modelForExamples = (models: Model[], current: Model | undefined) =>
  current && needsOnlyPrompt(current) ? current : models.find(needsOnlyPrompt)

const needsOnlyPrompt = ({ fields }: Model) =>
  fields.some(({ kind }) => kind === 'prompt') &&
  fields.every(({ kind, required }) => !required || kind === 'prompt' || kind === 'size')

/** The pressed example goes away with the empty gallery; the picture will be here. */
function focusGallery(): void {
  const gallery = document.querySelector<HTMLElement>('section[aria-label="Gallery"]')
  if (!gallery) return
  gallery.tabIndex = -1
  gallery.focus({ preventScroll: true })
}
