'use client'

import { useState } from 'react'
import * as z from 'zod/mini'
import { request } from '@/lib/api/request'
import { Button } from '../ui/button'

type Props = {
  next: string
  /** Whether there is a password to lock it with. */
  canLock: boolean
}

export function LockButton({ next, canLock }: Props) {
  const [problem, setProblem] = useState('')

  async function lock() {
    setProblem('')
    try {
      await request('/api/unlock', z.looseObject({}), { method: 'DELETE' })
      location.reload()
    } catch (error) {
      setProblem(error instanceof Error ? error.message : '')
    }
  }

  return (
    <div className="grid gap-4">
      <h1 className="font-semibold text-lg">This playground is open to you</h1>
      <div className="flex flex-wrap gap-2">
        <a
          href={next}
          className="inline-flex h-9 items-center rounded-md bg-ink px-3.5 font-medium text-page hover:bg-ink/85 pointer-coarse:h-11"
        >
          Go to the playground
        </a>
        {canLock && <Button onClick={lock}>Lock again on this device</Button>}
      </div>
      <p role="alert" className="text-danger">
        {problem}
      </p>
    </div>
  )
}
