import type { Model } from '@/lib/catalog/field'
import { chooseModel, setField } from '@/lib/draft/draft'
import { getDraftState } from '@/lib/draft/draft-store'
import { examplePrompts } from '@/lib/draft/examples'

/** The example prompts, each to be run with one click: by the model at hand, if words are all it needs. */
export function runnableExamples(models: Model[], run: () => void) {
  return examplePrompts.map((prompt) => ({
    prompt,
    run: () => {
      const current = models.find(({ id }) => id === getDraftState().draft.model)
      const suitable = current && paintsFromWords(current) ? current : models.find(paintsFromWords)
      if (suitable) chooseModel(suitable)
      setField('prompt', prompt)
      run()
    },
  }))
}

const paintsFromWords = ({ fields }: Model) =>
  fields.some(({ kind }) => kind === 'prompt') &&
  fields.every(({ kind, required }) => !required || kind === 'prompt' || kind === 'size')
