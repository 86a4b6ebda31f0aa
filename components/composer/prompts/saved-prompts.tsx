import { X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { forgetPrompt, readSavedPrompts, savePrompt } from '@/lib/draft/saved-prompts'
import { PromptList } from './prompt-list'

type Props = { prompt: string; onTake: (prompt: string) => void }

/** Prompts kept to begin from. */
export function SavedPrompts({ prompt, onTake }: Props) {
  const [saved, setSaved] = useState(readSavedPrompts)
  const text = prompt.trim()
  return (
    <div className="grid gap-2.5">
      <Button
        className="justify-self-start"
        disabled={text === '' || saved.includes(text)}
        onClick={() => setSaved(savePrompt(text))}
      >
        Save the prompt of the form
      </Button>
      <PromptList
        prompts={saved}
        empty="No prompt was saved yet."
        onTake={onTake}
        aside={(kept) => (
          <Button
            look="quiet"
            size="icon"
            aria-label="Remove"
            title="Remove"
            onClick={() => setSaved(forgetPrompt(kept))}
          >
            <X size={14} aria-hidden />
          </Button>
        )}
      />
    </div>
  )
}
