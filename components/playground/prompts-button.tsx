'use client'

import { History } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'

const loadPrompts = () => import('../prompts/prompts-dialog')
const PromptsDialog = dynamic(() => loadPrompts().then((room) => room.PromptsDialog), {
  ssr: false,
})

type Props = { prompt: string; onTake: (prompt: string) => void }

/** Opens all that helps with a prompt; its code is fetched once a hand comes near. */
export function PromptsButton({ prompt, onTake }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label="Past, saved and example prompts"
        title="Past, saved and example prompts"
        onPointerEnter={loadPrompts}
        onFocus={loadPrompts}
        onClick={() => setOpen(true)}
        className="grid size-6 place-items-center rounded text-muted hover:bg-hover hover:text-ink pointer-coarse:size-11"
      >
        <History size={14} aria-hidden />
      </button>
      {open && <PromptsDialog prompt={prompt} onTake={onTake} onClose={() => setOpen(false)} />}
    </>
  )
}
