import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { Review } from '@/lib/contract/reviews/review'
import { readTexts, TextFields } from '../share/text-fields'
import type { SendChange } from './use-owned-review'

type Props = { review: Review; send: SendChange; onClose: () => void }

/** The owner can reword a review while guests are here; their pages follow by themselves. */
export function TextsDialog({ review, send, onClose }: Props) {
  const { title, brief, question } = review
  const [isBusy, setBusy] = useState(false)

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const texts = readTexts(event.currentTarget)
    setBusy(true)
    const isWritten = await send((calls) => calls.setTexts(texts))
    if (isWritten) onClose()
    else setBusy(false)
  }

  return (
    <Dialog open onClose={onClose} title="Title, question and brief">
      <form method="dialog" onSubmit={save} className="grid gap-4">
        <TextFields title={title} brief={brief} question={question} />
        <Button type="submit" look="primary" disabled={isBusy} className="w-fit">
          Save
        </Button>
      </form>
    </Dialog>
  )
}
