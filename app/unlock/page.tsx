import type { Metadata } from 'next'
import { LockButton } from '@/components/access/lock-button'
import { PasswordForm } from '@/components/access/password-form'
import { SetupHint } from '@/components/access/setup-hint'
import { placed } from '@/lib/base-path'
import { isLockedFor } from '@/lib/server/access/gate'
import { readPrincipal } from '@/lib/server/access/principal'
import { pageRequest } from '@/lib/server/http/page-request'
import { safePath } from '@/lib/server/http/safe-path'
import { services } from '@/lib/server/services'

export const metadata: Metadata = { title: 'Unlock · Krea Playground' }

type Props = { searchParams: Promise<{ from?: string | string[] }> }

export default async function Page({ searchParams }: Props) {
  const { from } = await searchParams
  const shared = services()
  const principal = await readPrincipal(shared, await pageRequest())
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-sm content-center gap-5 p-6">
      <Content
        isLocked={isLockedFor(shared.env, principal)}
        hasPassword={shared.env.password !== null}
        next={placed(safePath(typeof from === 'string' ? from : null))}
      />
    </main>
  )
}

type ContentProps = { isLocked: boolean; hasPassword: boolean; next: string }

function Content({ isLocked, hasPassword, next }: ContentProps) {
  if (!isLocked) return <LockButton next={next} canLock={hasPassword} />
  if (!hasPassword) return <SetupHint />
  return (
    <PasswordForm
      action="/api/unlock"
      next={next}
      title="This playground is locked"
      hint="Pictures made here cost money. Ask the host for the password."
      submit="Unlock"
    />
  )
}
