import { TextInput } from '@/components/ui/text-input'
import { Labelled } from './labelled'

export type ReviewTexts = { title: string; brief: string; question: string }

const area =
  'w-full resize-y rounded-md border border-control bg-panel px-2.5 py-1.5 text-[0.8125rem] hover:border-ink/60 pointer-coarse:text-base'

/** The title, question and brief that guests read. */
export function TextFields({ title, brief, question }: ReviewTexts) {
  return (
    <>
      <Labelled label="Title">
        {(id) => (
          <TextInput
            id={id}
            name="title"
            required
            maxLength={120}
            defaultValue={title}
            data-autofocus
          />
        )}
      </Labelled>
      <Labelled label="Question" hint="optional">
        {(id) => (
          <TextInput
            id={id}
            name="question"
            maxLength={400}
            defaultValue={question}
            placeholder="Which one should go on the cover?"
          />
        )}
      </Labelled>
      <Labelled label="Brief" hint="optional">
        {(id) => (
          <textarea
            id={id}
            name="brief"
            rows={2}
            maxLength={4_000}
            defaultValue={brief}
            className={area}
          />
        )}
      </Labelled>
    </>
  )
}

export function readTexts(form: HTMLFormElement): ReviewTexts {
  const data = new FormData(form)
  const text = (name: keyof ReviewTexts) => String(data.get(name) ?? '').trim()
  return { title: text('title'), brief: text('brief'), question: text('question') }
}
