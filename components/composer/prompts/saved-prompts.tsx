import { X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { removeSavedPrompt, savePrompt, useSavedPrompts } from '@/lib/draft/prompts/saved-prompts'
import { PromptList } from './prompt-list'

type Props = { prompt: string; onSelect: (prompt: string) => void }

/** The prompts that a person saved. */
export function SavedPrompts({ prompt, onSelect }: Props) {
  const saved = useSavedPrompts()
  const text = prompt.trim()
  return (
    <div className="grid gap-2.5">
      <Button
        className="justify-self-start"
        disabled={text === '' || saved.includes(text)}
        onClick={() => savePrompt(text)}
      >
        Save current prompt
      </Button>
      <PromptList
        prompts={saved}
        empty="No saved prompts yet."
        onSelect={onSelect}
        aside={(prompt) => (
          <Button
            look="quiet"
            size="icon"
            aria-label="Remove"
            title="Remove"
            onClick={() => removeSavedPrompt(prompt)}
          >
            <X size={14} aria-hidden />
          </Button>
        )}
      />
    </div>
  )
}
