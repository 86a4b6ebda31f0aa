import { ImageOff } from 'lucide-react'
import { useState } from 'react'

type Props = {
  src: string
  /** After how long it was seen, in words. */
  time: string
  pressed: boolean
  onPress: () => void
}

/** One picture on the way; where its bytes were not kept, Krea may no longer have it. */
export function PreviewThumb({ src, time, pressed, onPress }: Props) {
  const [gone, setGone] = useState(false)
  return (
    <button
      type="button"
      aria-pressed={pressed}
      disabled={gone}
      aria-label={gone ? `After ${time}: no longer at its address` : `After ${time}`}
      title={gone ? 'No longer at its address' : undefined}
      onClick={onPress}
      className="grid gap-0.5 text-2xs text-muted tabular-nums aria-pressed:text-ink"
    >
      <span
        className={`grid size-16 place-items-center overflow-hidden rounded bg-raised ${pressed ? 'ring-2 ring-accent' : ''}`}
      >
        {gone ? (
          <ImageOff size={16} aria-hidden />
        ) : (
          <img src={src} alt="" onError={() => setGone(true)} className="size-full object-cover" />
        )}
      </span>
      {time}
    </button>
  )
}
