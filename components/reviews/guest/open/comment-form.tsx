import { MapPin } from 'lucide-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { Pin } from '@/lib/contract/reviews/verdicts'
import { useGuest } from '../guest-context'
import { placeText } from './place-text'

type Props = { pictureId: string; pin: Pin | null; onPin: (pin: Pin | null) => void }

const middle: Pin = { x: 0.5, y: 0.5 }
const step = 0.02

/** A comment, with a pin if one was set: by a click on the picture, or here, where arrows move it. */
export function CommentForm({ pictureId, pin, onPin }: Props) {
  const { asGuest, actions } = useGuest()
  const id = useId()
  const [text, setText] = useState('')
  const [isBusy, setBusy] = useState(false)

  const send = () =>
    asGuest(async () => {
      setBusy(true)
      const isWritten = await actions.addComment(pictureId, text.trim(), pin)
      setBusy(false)
      if (!isWritten) return
      setText('')
      onPin(null)
    })

  return (
    <form
      method="dialog"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '') void send()
      }}
      className="grid gap-2"
    >
      <label htmlFor={id} className="font-medium">
        Comment
      </label>
      <textarea
        id={id}
        data-comment
        rows={3}
        maxLength={1_000}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey))
            event.currentTarget.form?.requestSubmit()
        }}
        className="w-full resize-y rounded-md border border-control bg-panel px-2.5 py-2 hover:border-ink/60 pointer-coarse:text-base"
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" look="primary" disabled={isBusy || text.trim() === ''}>
          Send
        </Button>
        <Button
          look="quiet"
          aria-pressed={pin !== null}
          title={pin ? 'Arrows move the pin' : 'Or click on the picture'}
          onClick={() => onPin(pin ? null : middle)}
          onKeyDown={(event) => move(event, pin, onPin)}
        >
          <MapPin size={15} aria-hidden />
          {pin ? 'Remove the pin' : 'Add a pin'}
        </Button>
        <p aria-live="polite" className="w-full text-muted text-xs">
          {pin ? `The pin is ${placeText(pin)}. Arrow keys on the button move it.` : ''}
        </p>
      </div>
    </form>
  )
}

/** Not further, where the arrows would page. */
function move(event: KeyboardEvent, pin: Pin | null, onPin: (pin: Pin) => void): void {
  const by: Record<string, [number, number]> = {
    ArrowLeft: [-step, 0],
    ArrowRight: [step, 0],
    ArrowUp: [0, -step],
    ArrowDown: [0, step],
  }
  const [x, y] = by[event.key] ?? [0, 0]
  if (!pin || (x === 0 && y === 0)) return
  event.preventDefault()
  event.nativeEvent.stopImmediatePropagation()
  event.stopPropagation()
  onPin({ x: clamp(pin.x + x), y: clamp(pin.y + y) })
}

const clamp = (value: number) => Math.min(1, Math.max(0, value))
