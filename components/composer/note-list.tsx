import { lazyPart } from '@/components/ui/lazy-part'
import { useDraft } from '@/lib/draft/use-draft'

export const NoteButtons = lazyPart(() => import('./note-buttons').then((file) => file.NoteButtons))

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
      <NoteButtons />
    </div>
  )
}
