import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { defaultOptions } from '@/lib/contract/reviews/options'
import { publishReview } from '@/lib/transfer/publish/publish-review'
import { OptionFields } from './option-fields'
import { readTexts, TextFields } from './text-fields'

export type SharedPicture = { recordId: string; label?: string }

type Props = {
  pictures: SharedPicture[]
  title?: string
  /** Called with the id of the review. */
  onMade: (id: string) => void
}

/** What guests are told and asked, and what they may see and do. */
export function ShareForm({ pictures, title, onMade }: Props) {
  const [options, setOptions] = useState(defaultOptions)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const count = pictures.length === 1 ? '1 picture' : `${pictures.length} pictures`

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const texts = readTexts(event.currentTarget)
    setBusy(true)
    setProblem('')
    try {
      onMade(await publishReview({ ...texts, options, pictures }, Date.now()))
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'The review could not be made.')
      setBusy(false)
    }
  }

  return (
    <form method="dialog" onSubmit={send} className="grid gap-4">
      <TextFields title={title ?? `Pictures of ${today()}`} brief="" question="" />
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
