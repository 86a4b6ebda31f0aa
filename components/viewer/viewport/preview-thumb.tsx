import { ImageOff } from 'lucide-react'
import { useState } from 'react'

type Props = {
  src: string
  /** Formatted time from the request to this preview. */
  time: string
  pressed: boolean
  onPress: () => void
}

/** One preview. If its bytes were not saved, Krea may no longer have it. */
export function PreviewThumb({ src, time, pressed, onPress }: Props) {
  const [isMissing, setMissing] = useState(false)
  return (
    <button
      type="button"
      aria-pressed={pressed}
      disabled={isMissing}
      aria-label={isMissing ? `After ${time}: no longer at its address` : `After ${time}`}
      title={isMissing ? 'No longer at its address' : undefined}
      onClick={onPress}
      className="grid gap-0.5 text-2xs text-muted tabular-nums aria-pressed:text-ink"
    >
      <span
        className={`grid size-16 place-items-center overflow-hidden rounded bg-raised ${pressed ? 'ring-2 ring-accent' : ''}`}
      >
        {isMissing ? (
          <ImageOff size={16} aria-hidden />
        ) : (
          <img
            src={src}
            alt=""
            onError={() => setMissing(true)}
            className="size-full object-cover"
          />
        )}
      </span>
      {time}
    </button>
  )
}
