import { lazyPart } from '@/components/ui/lazy-part'
import { useDraft } from '@/lib/draft/use-draft'

const NoteList = lazyPart(() => import('./note-list').then((file) => file.NoteList))

/** What happened to the form, with the way back. */
export function Notes() {
  const isEmpty = useDraft(
    ({ notes, replaced, foundSettings }) => notes.length === 0 && !replaced && !foundSettings,
  )
  return <div role="status">{isEmpty ? null : <NoteList />}</div>
}
