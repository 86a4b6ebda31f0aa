import { Bookmark } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'
import { readDraft } from '@/lib/draft/draft-store'
import { findPrompts } from '@/lib/draft/prompt-lines'
import { forgetPrompt, readSavedPrompts, savePrompt } from '@/lib/draft/saved-prompts'
import { readPastPrompts } from '@/lib/library/past-prompts'
import { PromptList } from './prompt-list'

const mostShown = 100

/** Every prompt that was sent from this browser: those of its pictures, and the last ones sent. */
export function PastPrompts({ onTake }: { onTake: (prompt: string) => void }) {
  const [text, setText] = useState('')
  const [past, setPast] = useState<string[]>(() => readDraft().prompts)
  const [saved, setSaved] = useState(readSavedPrompts)
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
        autoFocus
        aria-label="Search past prompts"
        placeholder="Search"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <PromptList
        prompts={found.slice(0, mostShown)}
        empty={past.length > 0 ? `No prompt holds “${text}”.` : 'Nothing was sent yet.'}
        onTake={onTake}
        aside={(prompt) => {
          const kept = saved.includes(prompt)
          return (
            <Button
              look="quiet"
              size="icon"
              aria-pressed={kept}
              aria-label={kept ? 'Keep no longer' : 'Keep'}
              title={kept ? 'Keep no longer' : 'Keep'}
              onClick={() => setSaved(kept ? forgetPrompt(prompt) : savePrompt(prompt))}
            >
              <Bookmark size={14} aria-hidden className={kept ? 'fill-current text-accent' : ''} />
            </Button>
          )
        }}
      />
    </div>
  )
}
