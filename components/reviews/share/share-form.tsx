import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'
import { defaultOptions } from '@/lib/contract/reviews/options'
import { publishReview } from '@/lib/transfer/publish/publish-review'
import { Labelled } from './labelled'
import { OptionFields } from './option-fields'

export type SharedPicture = { recordId: string; label?: string }

type Props = {
  pictures: SharedPicture[]
  title?: string
  /** Called with the id of the review. */
  onMade: (id: string) => void
}

const area =
  'w-full resize-y rounded-md border border-control bg-panel px-2.5 py-1.5 text-[0.8125rem] hover:border-ink/60 pointer-coarse:text-base'

/** What guests are told and asked, and what they may see and do. */
export function ShareForm({ pictures, title, onMade }: Props) {
  const [options, setOptions] = useState(defaultOptions)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const count = pictures.length === 1 ? '1 picture' : `${pictures.length} pictures`

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '').trim()
    setBusy(true)
    setProblem('')
    try {
      const texts = { title: text('title'), brief: text('brief'), question: text('question') }
      onMade(await publishReview({ ...texts, options, pictures }, Date.now()))
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'The review could not be made.')
      setBusy(false)
    }
  }

  return (
    <form onSubmit={send} className="grid gap-4">
      <Labelled label="Title">
        {(id) => (
          <TextInput
            id={id}
            name="title"
            required
            maxLength={120}
            defaultValue={title ?? `Pictures of ${today()}`}
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
            placeholder="Which one should go on the cover?"
          />
        )}
      </Labelled>
      <Labelled label="Brief" hint="optional">
        {(id) => <textarea id={id} name="brief" rows={2} maxLength={4_000} className={area} />}
      </Labelled>
      <OptionFields options={options} onChange={setOptions} />
      <p role="alert" className="text-danger empty:hidden">
        {problem}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" disabled={isBusy || pictures.length === 0}>
          {isBusy ? 'Sharing…' : `Share ${count}`}
        </Button>
        <p className="min-w-0 flex-1 text-muted text-xs">
          The pictures are copied to this playground’s server. Whoever has the link can see them.
        </p>
      </div>
    </form>
  )
}

const today = () => new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long' }).format()
