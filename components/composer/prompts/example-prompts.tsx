import { examplesFor } from '@/lib/draft/prompts/examples-for'
import { useModel } from '@/lib/draft/use-draft'
import { PromptList } from './prompt-list'

/** Prompts that suit what the model at hand does. */
export function ExamplePrompts({ onSelect }: { onSelect: (prompt: string) => void }) {
  const model = useModel()
  return <PromptList prompts={model ? examplesFor(model) : []} empty="" onSelect={onSelect} />
}
