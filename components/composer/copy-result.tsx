import { useEffect, useRef, useState } from 'react'
import { copyText } from '@/lib/browser/copy-text'
import { getDraftState } from '@/lib/draft/draft-store'
import { linkTo } from '@/lib/draft/link/link'

const shownMs = 2000

/** Copies the link and says so; a link that the browser does not copy is there to copy by hand. */
export function CopyResult({ onDone }: { onDone: () => void }) {
  const [link] = useState(() => location.origin + location.pathname + linkTo(getDraftState().draft))
  const [isCopied, setCopied] = useState<boolean>()
  const done = useRef(onDone)
  done.current = onDone

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isCurrent = true
    void copyText(link).then((copied) => {
      if (!isCurrent) return
      setCopied(copied)
      if (copied) timer = setTimeout(() => done.current(), shownMs)
    })
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [link])

  if (isCopied === undefined) return null
  return (
    <span className="absolute top-full right-0 z-10 mt-1 rounded bg-ink px-2 py-1 text-2xs text-page whitespace-nowrap">
      {isCopied ? (
        'Link copied'
      ) : (
        <label className="grid gap-1 py-1">
          This browser does not let the page copy. Copy it by hand:
          <input
            readOnly
            value={link}
            ref={(box) => box?.select()}
            onBlur={onDone}
            className="w-64 rounded bg-page px-2 py-1 text-ink"
          />
        </label>
      )}
    </span>
  )
}
