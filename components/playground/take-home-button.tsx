'use client'

import { Code } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { Draft } from '@/lib/client/draft-state'
import { readDraft } from '@/lib/client/draft-store'

const loadTakeHome = () => import('./take-home')
const TakeHome = dynamic(() => loadTakeHome().then((room) => room.TakeHome), { ssr: false })

/** The request of the form as code. */
export function TakeHomeButton() {
  const [draft, setDraft] = useState<Draft | null>(null)
  return (
    <>
      <Button
        look="quiet"
        size="icon"
        aria-haspopup="dialog"
        aria-label="This request as code"
        title="This request as code"
        onPointerEnter={loadTakeHome}
        onFocus={loadTakeHome}
        onClick={() => setDraft(readDraft().draft)}
      >
        <Code size={15} aria-hidden />
      </Button>
      {draft && <TakeHome {...draft} onClose={() => setDraft(null)} />}
    </>
  )
}
