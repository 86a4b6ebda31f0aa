import { useState } from 'react'
import { Chips } from '@/components/ui/chips'
import { Dialog } from '@/components/ui/dialog'
import { ExamplePrompts } from './example-prompts'
import { MultiplePrompts } from './multiple-prompts'
import { PastPrompts } from './past-prompts'
import { SavedPrompts } from './saved-prompts'

const parts = ['History', 'Saved', 'Examples', 'Several at once'] as const

type Props = {
  /** What stands in the form. */
  prompt: string
  onSelect: (prompt: string) => void
  onClose: () => void
}

/** Prompts from before, kept ones, ones to begin with, and many in one go. */
export function PromptsDialog({ prompt, onSelect, onClose }: Props) {
  const [part, setPart] = useState<(typeof parts)[number]>('History')
  const take = (text: string) => {
    onSelect(text)
    onClose()
  }
  return (
    <Dialog open onClose={onClose} title="Prompts">
      <div className="grid gap-4">
        <Chips label="Prompts" options={parts} value={part} onChange={setPart} />
        {part === 'History' && <PastPrompts onSelect={take} />}
        {part === 'Saved' && <SavedPrompts prompt={prompt} onSelect={take} />}
        {part === 'Examples' && <ExamplePrompts onSelect={take} />}
        {part === 'Several at once' && <MultiplePrompts onDone={onClose} />}
      </div>
    </Dialog>
  )
}
