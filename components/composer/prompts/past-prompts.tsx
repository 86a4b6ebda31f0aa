import { Bookmark } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'
import { getDraftState } from '@/lib/draft/draft-store'
import { findPrompts } from '@/lib/draft/prompts/prompt-lines'
import { removeSavedPrompt, savePrompt, useSavedPrompts } from '@/lib/draft/prompts/saved-prompts'
import { readPastPrompts } from '@/lib/library/past-prompts'
import { PromptList } from './prompt-list'

const maxShown = 100

/** Every prompt that was sent from this browser. */
export function PastPrompts({ onSelect }: { onSelect: (prompt: string) => void }) {
  const [text, setText] = useState('')
  const [past, setPast] = useState<string[]>(() => getDraftState().prompts)
  const saved = useSavedPrompts()
  useEffect(() => {
    // Where the gallery cannot be read, the last prompts are still known.
    readPastPrompts().then(
      (more) => setPast((known) => [...known, ...more]),
      () => undefined,
    )
  }, [])
  const found = findPrompts(past, text)
  return (
    <div className="grid gap-2.5">
      <TextInput
        type="search"
        aria-label="Search past prompts"
        placeholder="Search"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <PromptList
        prompts={found.slice(0, maxShown)}
        empty={past.length > 0 ? 'No matches.' : 'No prompts yet.'}
        onSelect={onSelect}
        aside={(prompt) => {
          const isSaved = saved.includes(prompt)
          return (
            <Button
              look="quiet"
              size="icon"
              aria-pressed={isSaved}
              aria-label={isSaved ? 'Remove from saved' : 'Save'}
              title={isSaved ? 'Remove from saved' : 'Save'}
              onClick={() => (isSaved ? removeSavedPrompt(prompt) : savePrompt(prompt))}
            >
              <Bookmark
                size={14}
                aria-hidden
                className={isSaved ? 'fill-current text-accent' : ''}
              />
            </Button>
          )
        }}
      />
    </div>
  )
}
