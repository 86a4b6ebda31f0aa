'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { call } from '@/lib/api/call'
import { type NewPassAnswer, type Pass, revokePass } from '@/lib/contract/passes'
import { NewPassForm } from './new-pass-form'
import { PassLink } from './pass-link'
import { PassRow } from './pass-row'
import { Section } from './section'

type Props = { passes: Pass[]; models: { id: string; name: string }[] }

export function Passes({ passes, models }: Props) {
  const router = useRouter()
  const [made, setMade] = useState<NewPassAnswer | null>(null)
  const [problem, setProblem] = useState('')

  async function revoke({ id }: Pass) {
    setProblem('')
    try {
      await call(revokePass, { params: { id } })
      router.refresh()
    } catch (error) {
      setProblem(error instanceof Error ? error.message : '')
    }
  }

  function show(answer: NewPassAnswer) {
    setMade(answer)
    router.refresh()
  }

  return (
    <Section title="Guest passes">
      <p className="max-w-prose text-muted">
        A link that lets one guest spend so many dollars, without a password. A guest sees only what
        the pass made.
      </p>
      <NewPassForm models={models} onMade={show} />
      {made && <PassLink made={made} onDone={() => setMade(null)} />}
      <p role="alert" className="text-danger empty:hidden">
        {problem}
      </p>
      {passes.length > 0 && (
        <ul className="divide-y rounded-lg border bg-panel">
          {passes.map((pass) => (
            <PassRow key={pass.id} pass={pass} onRevoke={() => revoke(pass)} />
          ))}
        </ul>
      )}
    </Section>
  )
}
