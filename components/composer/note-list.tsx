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

/** The notes of the form, with the buttons that undo or apply. */
export function NoteList() {
  const notes = useDraft((state) => state.notes)
  const replaced = useDraft((state) => state.replaced)
  const found = useDraft((state) => state.foundSettings)
  return (
    <div className="mt-2 flex items-start gap-1 rounded-md bg-raised py-1 pr-1 pl-3 text-muted text-xs">
      <ul className="grid flex-1 gap-1 py-1">
        {replaced && notes.length === 0 && !found && <li>The form was replaced.</li>}
        {found && <li>{found.fileName} contains its settings.</li>}
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
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
    </div>
  )
}
