import { useState } from 'react'
import { Chips } from '@/components/ui/chips'
import { Dialog } from '@/components/ui/dialog'
import { ExamplePrompts } from './example-prompts'
import { MultiplePrompts } from './multiple-prompts'
import { PastPrompts } from './past-prompts'
import { SavedPrompts } from './saved-prompts'

const parts = ['History', 'Saved', 'Examples', 'Multiple prompts'] as const

type Props = {
  /** The current prompt of the form. */
  prompt: string
  onSelect: (prompt: string) => void
  onClose: () => void
}

/** Past prompts, saved ones, examples, and several prompts at once. */
export function PromptsDialog({ prompt, onSelect, onClose }: Props) {
  const [part, setPart] = useState<(typeof parts)[number]>('History')
  const select = (text: string) => {
    onSelect(text)
    onClose()
  }
  return (
    <Dialog open onClose={onClose} title="Prompts">
      <div className="grid min-h-[60dvh] content-start gap-4">
        <Chips label="Prompts" options={parts} value={part} onChange={setPart} />
        {part === 'History' && <PastPrompts onSelect={select} />}
        {part === 'Saved' && <SavedPrompts prompt={prompt} onSelect={select} />}
        {part === 'Examples' && <ExamplePrompts onSelect={select} />}
        {part === 'Multiple prompts' && <MultiplePrompts onDone={onClose} />}
      </div>
    </Dialog>
  )
}
