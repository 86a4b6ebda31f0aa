import { Undo2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useObjectUrl } from '@/components/gallery/use-object-url'
import { Button } from '@/components/ui/button'
import type { PairVerdict } from '@/lib/experiment/judge/verdicts'
import { plural } from '../format'

type Choice = PairVerdict['choice']

type Props = {
  /** Ids of records. */
  left: string
  right: string
  question: string
  brief: string
  judged: number
  onChoose: (choice: Choice) => void
  onUndo: (() => void) | undefined
}

const choices: { choice: Choice; label: string; key: string; shown: string }[] = [
  { choice: 'left', label: 'Left', key: 'ArrowLeft', shown: '←' },
  { choice: 'equal', label: 'Equal', key: '=', shown: '=' },
  { choice: 'neither', label: 'Neither', key: 'n', shown: 'N' },
  { choice: 'right', label: 'Right', key: 'ArrowRight', shown: '→' },
]

/** Both pictures show at the same moment, at the same size. */
export function BlindPair(props: Props) {
  const { question, brief, judged, onChoose, onUndo } = props
  const urls = [useObjectUrl('originals', props.left), useObjectUrl('originals', props.right)]
  const isReady = useDecoded(urls)

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      const found = choices.find(({ key }) => key === event.key)
      if (found && isReady) onChoose(found.choice)
      else if (event.key === 'z') onUndo?.()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [isReady, onChoose, onUndo])

  return (
    // The arrows choose a picture: they must not move the tabs that were pressed last.
    <div
      ref={focusNow}
      tabIndex={-1}
      className="flex h-full flex-col gap-3 p-3 outline-none sm:p-4"
    >
      <div className="shrink-0 text-center">
        <h3 className="text-balance font-semibold text-base" dir="auto">
          {question}
        </h3>
        {brief ? (
          <p className="mx-auto line-clamp-3 max-w-2xl text-muted" dir="auto">
            {brief}
          </p>
        ) : null}
      </div>
      <div className="grid min-h-0 flex-1 grid-cols-2 gap-2 max-sm:portrait:grid-cols-1">
        {urls.map((url, at) => {
          const side = at === 0 ? 'left' : 'right'
          return (
            <button
              key={side}
              type="button"
              disabled={!isReady}
              onClick={() => onChoose(side)}
              className="relative min-h-0 overflow-hidden rounded-lg bg-raised"
            >
              {isReady && url ? (
                <img
                  src={url}
                  alt={at === 0 ? 'Left picture' : 'Right picture'}
                  draggable={false}
                  className="absolute inset-0 size-full object-contain"
                />
              ) : null}
            </button>
          )
        })}
      </div>
      <div className="flex shrink-0 flex-wrap items-center justify-center gap-2">
        {choices.map(({ choice, label, shown }) => (
          <Button key={choice} disabled={!isReady} onClick={() => onChoose(choice)}>
            {label}{' '}
            <kbd className="font-sans text-2xs text-muted pointer-coarse:hidden">{shown}</kbd>
          </Button>
        ))}
        <Button look="quiet" disabled={!onUndo} onClick={onUndo} title="Undo (Z)">
          <Undo2 size={15} aria-hidden />
          Undo
        </Button>
        <p role="status" className="w-full text-center text-muted text-xs tabular-nums">
          {plural(judged, 'pair')} judged
        </p>
      </div>
    </div>
  )
}

/** True once every picture has decoded: neither is seen before the other. */
function useDecoded(urls: (string | null)[]): boolean {
  const [isReady, setReady] = useState(false)
  const [first, second] = urls
  useEffect(() => {
    if (!first || !second) return
    let isCurrent = true
    void Promise.allSettled([first, second].map(decode)).then(() => isCurrent && setReady(true))
    return () => {
      isCurrent = false
    }
  }, [first, second])
  return isReady
}

function decode(src: string): Promise<void> {
  const image = new Image()
  image.src = src
  return image.decode()
}

const focusNow = (element: HTMLElement | null) => element?.focus({ preventScroll: true })
