import { Check, Columns2, Undo2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { useGuest } from './guest-context'
import { countPicks } from './session/guest-view-changes'

type Props = { onPairs: () => void; onPairsNear: () => void }

/** How far one is, at the foot of the page. */
export function GuestBar({ onPairs, onPairsNear }: Props) {
  const { view, actions, asGuest, undo } = useGuest()
  const { options, state } = view.review
  const { you } = view
  if (state === 'closed') return null
  return (
    <footer className="sticky bottom-0 z-10 -mx-4 mt-10 border-t bg-panel/95 px-4 pb-[env(safe-area-inset-bottom)] backdrop-blur-sm sm:-mx-8 sm:px-8">
      <div className="flex min-h-14 flex-wrap items-center gap-2 py-2">
        <p role="status" className="mr-auto font-medium tabular-nums">
          {options.picks ? picksText(countPicks(view), options.maxPicks) : null}
        </p>
        <Button look="quiet" disabled={!undo} onClick={undo} title="Undo (Z)">
          <Undo2 size={16} aria-hidden />
          <span className="max-sm:sr-only">Undo</span>
        </Button>
        {options.pairs && view.pictures.length > 1 ? (
          <Button
            onClick={() => asGuest(onPairs)}
            onPointerEnter={onPairsNear}
            onFocus={onPairsNear}
            title="Compare two at a time"
          >
            <Columns2 size={16} aria-hidden />
            <span className="max-sm:sr-only">Compare</span>
          </Button>
        ) : null}
        {you?.isDone ? (
          <p className="inline-flex h-9 items-center gap-1.5 px-2 font-medium text-good">
            <Check size={16} aria-hidden />
            You’re done
          </p>
        ) : (
          <Button look="primary" onClick={() => asGuest(actions.finish)}>
            I’m done
          </Button>
        )}
      </div>
    </footer>
  )
}

const picksText = (picks: number, max: number | null): string =>
  max === null ? `${picks} picked` : `${picks} of ${max} picked`
