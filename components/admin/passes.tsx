'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { call } from '@/lib/api/call'
import { changePass, type NewPassAnswer, type Pass, revokePass } from '@/lib/contract/passes'
import { NewPassForm } from './new-pass-form'
import { PassLink } from './pass-link'
import { PassRow } from './pass-row'
import { Section } from './section'

type Props = { passes: Pass[]; models: { id: string; name: string }[] }

export function Passes({ passes, models }: Props) {
  const router = useRouter()
  const [made, setMade] = useState<NewPassAnswer | null>(null)
  const [problem, setProblem] = useState('')

  /** @returns whether it worked */
  async function attempt(work: () => Promise<unknown>): Promise<boolean> {
    setProblem('')
    try {
      await work()
      router.refresh()
      return true
    } catch (error) {
      setProblem(error instanceof Error ? error.message : '')
      return false
    }
  }

  function show(answer: NewPassAnswer) {
    setMade(answer)
    router.refresh()
  }

  return (
    <Section title="Guest passes">
      <p className="max-w-prose text-muted">
        A link that lets one guest spend up to a set amount without a password. A guest sees only
        pictures made with the pass.
      </p>
      <NewPassForm models={models} onMade={show} />
      {made && <PassLink made={made} onDone={() => setMade(null)} />}
      <p role="alert" className="text-danger empty:hidden">
        {problem}
      </p>
      {passes.length > 0 && (
        <ul className="divide-y rounded-lg border bg-panel">
          {passes.map((pass) => (
            <PassRow
              key={pass.id}
              pass={pass}
              onChange={(body) =>
                attempt(() => call(changePass, { params: { id: pass.id }, body }))
              }
              onRevoke={() => void attempt(() => call(revokePass, { params: { id: pass.id } }))}
            />
          ))}
        </ul>
      )}
    </Section>
  )
}
