import type { Metadata } from 'next'
import { LockButton } from '@/components/access/lock-button'
import { PasswordForm } from '@/components/access/password-form'
import { SetupHint } from '@/components/access/setup-hint'
import { placed } from '@/lib/base-path'
import { isLockedFor } from '@/lib/server/access/gate'
import { env } from '@/lib/server/env'
import { pageRequest } from '@/lib/server/http/page-request'
import { safePath } from '@/lib/server/http/safe-path'

export const metadata: Metadata = { title: 'Unlock · Krea Playground' }

type Props = { searchParams: Promise<{ from?: string | string[] }> }

export default async function Page({ searchParams }: Props) {
  const { from } = await searchParams
  const locked = await isLockedFor(await pageRequest())
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-sm content-center gap-5 p-6">
      <Content locked={locked} next={placed(safePath(typeof from === 'string' ? from : null))} />
    </main>
  )
}

function Content({ locked, next }: { locked: boolean; next: string }) {
  if (!locked) return <LockButton next={next} canLock={env().password !== null} />
  if (env().password === null) return <SetupHint />
  return (
    <PasswordForm
      action="/api/unlock"
      next={next}
      title="This playground is locked"
      hint="Pictures made here cost money. Ask whoever runs it for the password."
      submit="Unlock"
    />
  )
}
