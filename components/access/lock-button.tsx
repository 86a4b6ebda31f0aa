'use client'

import { useState } from 'react'
import { call } from '@/lib/api/call'
import { lock } from '@/lib/contract/sign-in'
import { Button } from '../ui/button'

type Props = {
  next: string
  /** Whether there is a password to lock it with. */
  canLock: boolean
}

export function LockButton({ next, canLock }: Props) {
  const [problem, setProblem] = useState('')

  async function endSessions() {
    setProblem('')
    try {
      await call(lock, {})
      location.reload()
    } catch (error) {
      setProblem(error instanceof Error ? error.message : '')
    }
  }

  return (
    <div className="grid gap-4">
      <h1 className="font-semibold text-lg">You’re unlocked</h1>
      <div className="flex flex-wrap gap-2">
        <a
          href={next}
          className="inline-flex h-9 items-center rounded-md bg-ink px-3.5 font-medium text-page hover:bg-ink/85 pointer-coarse:h-11"
        >
          Go to playground
        </a>
        {canLock && <Button onClick={endSessions}>Lock this device</Button>}
      </div>
      <p role="alert" className="text-danger">
        {problem}
      </p>
    </div>
  )
}
