import { Undo2, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { FullScreen } from '@/components/viewer/full-screen'
import type { Pair } from '@/lib/contract/reviews/verdicts'
import { nextPair } from '@/lib/experiment/judge/next-pair'
import { useGuest } from '../guest-context'
import { GuestProblem } from '../guest-problem'
import { guestPictureAddress } from '../picture-address'
import { flatRanking } from './flat-ranking'

type Sides = { left: string; right: string }
type Choice = Pair['choice']

/** `stacked`: where the pictures lie one above the other. */
const choices: { choice: Choice; label: string; stacked?: string; key: string; shown: string }[] = [
  { choice: 'left', label: 'Left', stacked: 'Upper', key: 'ArrowLeft', shown: '←' },
  { choice: 'equal', label: 'Equal', key: '=', shown: '=' },
  { choice: 'neither', label: 'Neither', key: 'n', shown: 'N' },
  { choice: 'right', label: 'Right', stacked: 'Lower', key: 'ArrowRight', shown: '→' },
]

/** Two pictures at a time, without names. Both are of the same size. */
export function Pairs({ onClose }: { onClose: () => void }) {
  const { secret, view, actions } = useGuest()
  const { pictures, review, you } = view
  const judged = you?.pairs ?? []
  const choose = (pairs: Pair[]): Sides | null =>
    nextPair(
      pictures.map(({ id }) => ({ key: id, group: '' })),
      pairs,
      flatRanking(
        pictures.map(({ id }) => id),
        pairs,
      ),
      Math.random,
    )
  const [sides, setSides] = useState(() => choose(judged))
  const [past, setPast] = useState<Sides[]>([])
  const isOpen = review.state === 'open'

  async function give(choice: Choice) {
    if (!sides || !isOpen) return
    const pair = { ...sides, choice }
    setPast([...past, sides])
    setSides(choose([...judged, pair]))
    if (!(await actions.setPair(pair))) setSides(sides)
  }

  /** The last pair comes back; what is said of it then counts. */
  function undo() {
    const last = past.at(-1)
    if (!last) return
    setPast(past.slice(0, -1))
    setSides(last)
  }

  return (
    <FullScreen
      label="Compare"
      onClose={onClose}
      onKey={(key) => {
        const found = choices.find(
          (one) => one.key === (key.length === 1 ? key.toLowerCase() : key),
        )
        if (found) return () => void give(found.choice)
        return key.toLowerCase() === 'z' ? undo : undefined
      }}
    >
      <div className="flex h-full flex-col">
        <header className="flex min-h-12 shrink-0 items-center gap-2 border-b py-1.5 pr-2 pl-4">
          <h2 className="mr-auto text-balance font-semibold" dir="auto">
            {review.question || 'Which one is better?'}
          </h2>
          <Button look="quiet" size="icon" aria-label="Close" title="Close (Esc)" onClick={onClose}>
            <X size={18} aria-hidden />
          </Button>
        </header>
        <div className="grid min-h-0 flex-1 grid-cols-2 gap-2 p-2 max-sm:portrait:grid-cols-1">
          {sides
            ? (['left', 'right'] as const).map((side) => (
                <button
                  key={side}
                  type="button"
                  onClick={() => void give(side)}
                  className="relative min-h-0 overflow-hidden rounded-lg bg-raised focus-visible:-outline-offset-2"
                >
                  <img
                    key={sides[side]}
                    src={guestPictureAddress(secret, sides[side], 'page')}
                    alt={side === 'left' ? 'Left picture' : 'Right picture'}
                    draggable={false}
                    className="absolute inset-0 size-full object-contain"
                  />
                </button>
              ))
            : null}
        </div>
        <footer className="flex shrink-0 flex-wrap items-center justify-center gap-2 border-t p-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]">
          {choices.map(({ choice, label, stacked, shown }) => (
            <Button key={choice} disabled={!isOpen} onClick={() => void give(choice)}>
              <span className={stacked && 'max-sm:portrait:hidden'}>{label}</span>
              {stacked ? <span className="sm:hidden landscape:hidden">{stacked}</span> : null}
              <kbd className="font-sans text-2xs text-muted pointer-coarse:hidden">{shown}</kbd>
            </Button>
          ))}
          <Button look="quiet" disabled={past.length === 0} onClick={undo} title="Undo (Z)">
            <Undo2 size={15} aria-hidden />
            Undo
          </Button>
          <p role="status" className="w-full text-center text-muted text-xs tabular-nums">
            {isOpen
              ? `${judged.length} of ${(pictures.length * (pictures.length - 1)) / 2} pairs judged. Stop whenever you like.`
              : 'This review is closed.'}
          </p>
        </footer>
      </div>
      <GuestProblem />
    </FullScreen>
  )
}
