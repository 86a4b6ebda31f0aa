import { CornerDownLeft } from 'lucide-react'
import { use, useSyncExternalStore } from 'react'
import { lazyPart } from '@/components/ui/lazy-part'
import { Select } from '@/components/ui/select'
import { placed } from '@/lib/base-path'
import { useHasInteracted } from '@/lib/browser/first-interaction'
import type { Press } from '@/lib/browser/press-filter'
import { setCount } from '@/lib/draft/draft'
import { formatTotalPrice } from '@/lib/draft/price'
import { CatalogContext, useDraft, useModel } from '@/lib/draft/use-draft'

const RemainingBudgetNote = lazyPart(() =>
  import('./remaining-budget').then((file) => file.RemainingBudgetNote),
)

const counts = [1, 2, 3, 4, 5, 6, 7, 8]

/** The number of pictures, and the button with their price. It never waits for running jobs. */
export function GenerateBar({ onGenerate }: { onGenerate: (press: Press) => void }) {
  const count = useDraft((state) => state.count)
  return (
    <div className="flex gap-2">
      <Select
        aria-label="Number of pictures"
        title="Number of pictures"
        value={count}
        onChange={({ target }) => setCount(Number(target.value))}
        className="w-15 shrink-0 [&>select]:h-10 pointer-coarse:[&>select]:h-11"
      >
        {counts.map((each) => (
          <option key={each} value={each}>
            × {each}
          </option>
        ))}
      </Select>
      <GenerateButton onGenerate={onGenerate} />
    </div>
  )
}

export function GenerateButton({ onGenerate }: { onGenerate: (press: Press) => void }) {
  const model = useModel()
  const price = useDraft(({ draft, count }) => model && formatTotalPrice(model, draft.input, count))
  const { hasBudget, cannotSend, isLocked } = use(CatalogContext)
  const hasInteracted = useHasInteracted()
  if (isLocked)
    return (
      <a href={placed('/unlock')} className={look}>
        Unlock to generate
      </a>
    )
  return (
    <button
      type="button"
      aria-keyshortcuts="Meta+Enter Control+Enter"
      onClick={onGenerate}
      disabled={cannotSend}
      className={look}
    >
      Generate
      <span className="ml-auto grid min-w-0 text-right font-normal text-xs tabular-nums leading-tight">
        <span>{price}</span>
        {hasBudget && hasInteracted && model && <RemainingBudgetNote model={model} />}
      </span>
      <Shortcut />
    </button>
  )
}

const look =
  'disabled:pointer-events-none disabled:opacity-45 flex min-h-10 min-w-0 flex-1 select-none items-center gap-2 rounded-md border border-transparent bg-accent px-3.5 py-1 font-medium text-on-accent text-sm transition-[filter] duration-150 hover:brightness-110 active:brightness-95 pointer-coarse:min-h-11'

const subscribeNever = () => () => undefined
const isApple = () => /Mac|iP(hone|ad)/.test(navigator.platform)

function Shortcut() {
  const apple = useSyncExternalStore(subscribeNever, isApple, () => false)
  return (
    <kbd
      aria-hidden
      className="flex items-center gap-1 font-sans text-2xs max-sm:hidden pointer-coarse:hidden"
    >
      {apple ? '⌘' : 'Ctrl'}
      <CornerDownLeft size={11} />
    </kbd>
  )
}
