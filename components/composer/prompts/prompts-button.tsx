import { History } from 'lucide-react'
import { useState } from 'react'
import { lazyPart } from '@/components/ui/lazy-part'

const PromptsDialog = lazyPart(() => import('./prompts-dialog').then((file) => file.PromptsDialog))

type Props = { prompt: string; onSelect: (prompt: string) => void }

/** Opens all that helps with a prompt; its code is fetched once a hand comes near. */
export function PromptsButton({ prompt, onSelect }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label="Past, saved and example prompts"
        title="Past, saved and example prompts"
        onPointerEnter={PromptsDialog.preload}
        onFocus={PromptsDialog.preload}
        onClick={() => setOpen(true)}
        className="grid size-6 place-items-center rounded text-muted hover:bg-hover hover:text-ink pointer-coarse:size-11"
      >
        <History size={14} aria-hidden />
      </button>
      {open && <PromptsDialog prompt={prompt} onSelect={onSelect} onClose={() => setOpen(false)} />}
    </>
  )
}
