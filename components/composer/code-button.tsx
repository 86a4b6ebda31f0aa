import { Code } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { lazyPart } from '@/components/ui/lazy-part'
import { getDraftState } from '@/lib/draft/draft-store'
import type { Draft } from '@/lib/draft/state'

const CodeDialog = lazyPart(() => import('./code-dialog').then((file) => file.CodeDialog))

/** The request of the form as code. */
export function CodeButton() {
  const [draft, setDraft] = useState<Draft | null>(null)
  return (
    <>
      <Button
        look="quiet"
        size="icon"
        aria-haspopup="dialog"
        aria-label="This request as code"
        title="This request as code"
        onPointerEnter={CodeDialog.preload}
        onFocus={CodeDialog.preload}
        onClick={() => setDraft(getDraftState().draft)}
      >
        <Code size={15} aria-hidden />
      </Button>
      {draft && <CodeDialog {...draft} onClose={() => setDraft(null)} />}
    </>
  )
}
