import type { Metadata } from 'next'
import { Suspense } from 'react'
import { PasswordForm } from '@/components/access/password-form'
import { Latest } from '@/components/admin/latest-submissions'
import { NoOwner } from '@/components/admin/no-owner'
import { Passes } from '@/components/admin/passes'
import { Section } from '@/components/admin/section'
import { SetupChecks } from '@/components/admin/setup-checks'
import { SpendingShares } from '@/components/admin/spending-shares'
import { Totals } from '@/components/admin/totals'
import { UnownedJobs } from '@/components/admin/unowned-jobs'
import { Waiting } from '@/components/admin/waiting'
import { placed } from '@/lib/base-path'
import { permissionsOf } from '@/lib/server/access/principal'
import { env } from '@/lib/server/env'
import { pageRequest } from '@/lib/server/http/page-request'
import { unownedJobsOf } from '@/lib/server/jobs/unowned-jobs'
import { type OwnerReport, openOwnerReport, readOwnerReport } from '@/lib/server/owner/report'
import { setupChecks } from '@/lib/server/owner/setup-checks'

export const metadata: Metadata = { title: 'Owner · Krea Playground' }

export default async function Page() {
  const request = await pageRequest()
  if (env().adminPassword === null) return <NoOwner />
  if (!(await permissionsOf(request)).owner) return <SignIn />
  const books = openOwnerReport(request)
  return (
    <main className="mx-auto grid w-full max-w-6xl gap-8 p-4 sm:p-6">
      <header className="flex flex-wrap items-baseline justify-between gap-2">
        <h1 className="font-semibold text-lg">Owner</h1>
        <a href={placed('/')} className="underline underline-offset-2">
          To the playground
        </a>
      </header>
      <Suspense fallback={<Waiting title="Spend" />}>
        <Spend books={books} />
      </Suspense>
      <Suspense fallback={<Waiting title="Recovered" />}>
        <Recovered books={books} />
      </Suspense>
      <Suspense fallback={<Waiting title="Setup" />}>
        <Setup books={books} />
      </Suspense>
    </main>
  )
}

const SignIn = () => (
  <main className="mx-auto grid min-h-dvh w-full max-w-sm content-center gap-5 p-6">
    <PasswordForm
      action="/api/owner"
      next={placed('/admin')}
      title="For the owner"
      hint="What was spent, guest passes, and whether all is set up well."
      submit="Sign in"
    />
  </main>
)

async function Spend({ books }: { books: OwnerReport }) {
  const read = await readOwnerReport(books)
  if (read === null) return <p role="alert">The ledger’s database cannot be read. See Setup.</p>
  const { totals, perDay, perModel, perVisitor, latest, passes, models } = read
  return (
    <>
      <Totals totals={totals} mode={books.ledger.mode} />
      <div className="grid gap-6 lg:grid-cols-3">
        <SpendingShares title="Per day" shares={perDay} />
        <SpendingShares title="Per model, 30 days" shares={perModel} />
        <SpendingShares title="Per visitor, 30 days" shares={perVisitor} />
      </div>
      <Passes passes={passes} models={models} />
      <Latest rows={latest} />
    </>
  )
}

async function Recovered({ books }: { books: OwnerReport }) {
  const strays = await unownedJobsOf(books.ledger, books.client).catch(() => null)
  return <UnownedJobs strays={strays} />
}

async function Setup({ books }: { books: OwnerReport }) {
  const checks = await setupChecks(books.ledger, books.client)
  return (
    <Section title="Setup">
      <SetupChecks checks={checks} />
    </Section>
  )
}
