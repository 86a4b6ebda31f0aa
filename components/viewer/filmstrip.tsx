'use client'

import { ChevronRight, ImageOff } from 'lucide-react'
import { useState } from 'react'
import { imagePath } from '@/lib/client/jobs'
import { secondsWords } from '@/lib/gallery/facts'
import type { GalleryRecord } from '@/lib/gallery/record'

type Props = {
  record: GalleryRecord
  /** The intermediate on the stage; null for the finished picture. */
  shown: string | null
  onShow: (url: string | null) => void
}

/** Whether it is unfolded holds from one picture to the next. */
let unfolded = false

/** The pictures on the way, each with its time. They are at Krea, so they are fetched only when asked for. */
export function Filmstrip({ record: { previews, createdAt }, shown, onShow }: Props) {
  const [open, setOpen] = useState(unfolded)
  if (previews.length === 0) return null
  return (
    <details
      open={open}
      onToggle={({ currentTarget }) => {
        unfolded = currentTarget.open
        setOpen(currentTarget.open)
      }}
      className="group/film"
    >
      <summary className="flex list-none items-center gap-1 font-medium text-xs pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight size={13} aria-hidden className="group-open/film:rotate-90" />
        On the way
        <span className="font-normal text-muted tabular-nums">{previews.length}</span>
      </summary>
      {open ? (
        <ul className="mt-2 flex flex-wrap gap-1.5">
          {previews.map(({ url, at }) => (
            <li key={url}>
              <Still
                url={url}
                time={secondsWords(Math.max(0, at - createdAt))}
                pressed={shown === url}
                onPress={() => onShow(shown === url ? null : url)}
              />
            </li>
          ))}
        </ul>
      ) : null}
    </details>
  )
}

type StillProps = { url: string; time: string; pressed: boolean; onPress: () => void }

function Still({ url, time, pressed, onPress }: StillProps) {
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
          <img
            src={imagePath(url)}
            alt=""
            onError={() => setGone(true)}
            className="size-full object-cover"
          />
        )}
      </span>
      {time}
    </button>
  )
}
