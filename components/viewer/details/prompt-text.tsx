import { useEffect, useRef, useState } from 'react'

/** A prompt in five lines, and all of it on demand: a long one would push the actions out of view. */
export function PromptText({ prompt }: { prompt: string }) {
  const ref = useRef<HTMLParagraphElement>(null)
  const [isCut, setCut] = useState(false)
  const [isWhole, setWhole] = useState(false)

  // In a dialog that is about to open it has no height yet.
  useEffect(() => {
    const text = ref.current
    if (!text || isWhole) return
    const observer = new ResizeObserver(() => setCut(text.scrollHeight > text.clientHeight + 1))
    observer.observe(text)
    return () => observer.disconnect()
  }, [isWhole])

  return (
    <div>
      <p
        ref={ref}
        dir="auto"
        className={`text-pretty break-words ${isWhole ? '' : 'line-clamp-5'}`}
      >
        {prompt}
      </p>
      {isCut ? (
        <button
          type="button"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
          className="mt-1 rounded font-medium text-muted text-xs hover:text-ink pointer-coarse:min-h-11"
        >
          {isWhole ? 'Less' : 'More'}
        </button>
      ) : null}
    </div>
  )
}
