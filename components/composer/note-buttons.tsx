import { X } from 'lucide-react'
import { dismissNotes, undoReplacement } from '@/lib/draft/draft'
import { useDraft } from '@/lib/draft/use-draft'

const buttonClass =
  'h-6 shrink-0 rounded px-2 font-medium text-accent hover:bg-hover pointer-coarse:h-11'

/** The code that fits settings to a model came with the file that held them. */
const applySettings = async () => (await import('@/lib/draft/replace-draft')).applyFoundSettings()

/** The pressed button goes away with its note. */
const thenFocusForm = (run: () => void) => () => {
  run()
  document.querySelector<HTMLElement>('#composer button')?.focus()
}

/** Undo, apply, dismiss. */
export function NoteButtons() {
  const replaced = useDraft((state) => state.replaced)
  const found = useDraft((state) => state.foundSettings)
  return (
    <>
      {found && (
        <button
          type="button"
          onClick={thenFocusForm(() => void applySettings())}
          className={buttonClass}
        >
          Use settings
        </button>
      )}
      {replaced && !found && (
        <button type="button" onClick={thenFocusForm(undoReplacement)} className={buttonClass}>
          Undo
        </button>
      )}
      <button
        type="button"
        aria-label="Dismiss"
        onClick={thenFocusForm(dismissNotes)}
        className="grid size-6 shrink-0 place-items-center rounded hover:bg-hover hover:text-ink pointer-coarse:size-11"
      >
        <X size={13} aria-hidden />
      </button>
    </>
  )
}
