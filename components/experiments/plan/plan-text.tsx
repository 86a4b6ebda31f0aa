import { useGallery } from '@/components/gallery/gallery-context'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { fieldOf } from '@/lib/catalog/field'
import { Labelled, textAreaClass } from './labelled'
import type { PlanProps } from './plan-props'

/** The name, question and brief of an experiment, and the prompt of its base request. */
export function PlanText({ definition, onChange }: PlanProps) {
  const { models } = useGallery()
  const model = models.find(({ id }) => id === definition.model)
  const promptName = (model && fieldOf(model, 'prompt')?.name) ?? 'prompt'
  const prompt = definition.input[promptName]
  const set = (name: 'name' | 'question' | 'brief') => (value: string) =>
    onChange({ ...definition, [name]: value })
  return (
    <section aria-label="Brief" className="grid gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Labelled label="Name">
          {(id) => (
            <TextInput
              id={id}
              data-autofocus
              value={definition.name}
              placeholder="Steps against models"
              onChange={({ target }) => set('name')(target.value)}
            />
          )}
        </Labelled>
        <Labelled label="Question">
          {(id) => (
            <TextInput
              id={id}
              value={definition.question}
              placeholder="Which fits the brief better?"
              onChange={({ target }) => set('question')(target.value)}
            />
          )}
        </Labelled>
      </div>
      <Labelled label="Brief" hint="Whoever judges the pictures sees it.">
        {(id) => (
          <TextArea
            id={id}
            rows={2}
            className={textAreaClass}
            value={definition.brief}
            onChange={({ target }) => set('brief')(target.value)}
          />
        )}
      </Labelled>
      <Labelled
        label={`Prompt for ${model?.name ?? definition.model}`}
        hint="Write {{animal}} for a word that changes: each row of a table or value of a variable fills it in."
      >
        {(id) => (
          <TextArea
            id={id}
            rows={3}
            dir="auto"
            className={textAreaClass}
            value={typeof prompt === 'string' ? prompt : ''}
            onChange={({ target }) =>
              onChange({
                ...definition,
                input: { ...definition.input, [promptName]: target.value },
              })
            }
          />
        )}
      </Labelled>
    </section>
  )
}
