import { useDraft } from '@/lib/draft/use-draft'
import { NoteList } from './note-list'

/** What happened to the form, with the way back. */
export function Notes() {
  const isEmpty = useDraft(
    ({ notes, replaced, foundSettings }) => notes.length === 0 && !replaced && !foundSettings,
  )
  return <div role="status">{isEmpty ? null : <NoteList />}</div>
}
