import type { Metadata } from 'next'
import { type ReactNode, Suspense } from 'react'
import { PasswordForm } from '@/components/access/password-form'
import { LatestSubmissions } from '@/components/admin/latest-submissions'
import { NoOwner } from '@/components/admin/no-owner'
import { Passes } from '@/components/admin/passes'
import { Section } from '@/components/admin/section'
import { SectionLoading } from '@/components/admin/section-loading'
import { SetupChecks } from '@/components/admin/setup-checks'
import { SpendingShares } from '@/components/admin/spending-shares'
import { TodayTotals } from '@/components/admin/today-totals'
import { UnownedJobs } from '@/components/admin/unowned-jobs'
import { placed } from '@/lib/base-path'
import type { KreaClient } from '@/lib/krea/client'
import { readPrincipal } from '@/lib/server/access/principal'
import { type Ledger, requireLedger } from '@/lib/server/db/connection'
import { pageRequest } from '@/lib/server/http/page-request'
import { unownedJobsOf } from '@/lib/server/jobs/unowned-jobs'
import { readOwnerReport } from '@/lib/server/owner/report'
import { setupChecks } from '@/lib/server/owner/setup-checks'
import { type Services, services } from '@/lib/server/services'

export const metadata: Metadata = { title: 'Admin · Krea Playground' }

export default async function Page() {
  const request = await pageRequest()
  const shared = services()
  if (shared.env.adminPassword === null) return <NoOwner />
  const { role, visitorId } = await readPrincipal(shared, request)
  if (role !== 'owner') return <SignIn />
  const sources = {
    ...shared,
    ledger: requireLedger(shared.ledger),
    krea: shared.krea.clientFor(request),
  }
  return (
    <main className="mx-auto grid w-full max-w-6xl gap-8 p-4 sm:p-6">
      <header className="flex flex-wrap items-baseline justify-between gap-2">
        <h1 className="font-semibold text-lg">Admin</h1>
        <a href={placed('/')} className="underline underline-offset-2">
          Back to playground
        </a>
      </header>
      <Suspense fallback={<SectionLoading title="Today" />}>
        <Spend sources={sources} reader={visitorId}>
          <Suspense fallback={<SectionLoading title="Setup" />}>
            <Setup sources={sources} />
          </Suspense>
        </Spend>
      </Suspense>
      <Suspense fallback={<SectionLoading title="Unclaimed jobs" />}>
        <Unclaimed sources={sources} />
      </Suspense>
    </main>
  )
}

const SignIn = () => (
  <main className="mx-auto grid min-h-dvh w-full max-w-sm content-center gap-5 p-6">
    <PasswordForm
      action="/api/owner"
      next={placed('/admin')}
      title="Admin"
      hint="Spending, guest passes and setup checks."
      submit="Sign in"
    />
  </main>
)

type Props = { sources: Omit<Services, 'ledger' | 'krea'> & { ledger: Ledger; krea: KreaClient } }

/** `children`: what follows today's totals. */
async function Spend({
  sources,
  reader,
  children,
}: Props & { reader: string | null; children: ReactNode }) {
  const read = await readOwnerReport(sources, reader)
  if (read === null)
    return (
      <>
        <p role="alert">The ledger’s database cannot be read. See Setup.</p>
        {children}
      </>
    )
  const { totals, perDay, perModel, perVisitor, latest, passes, models } = read
  return (
    <>
      <TodayTotals totals={totals} mode={sources.ledger.mode} />
      {children}
      <Passes passes={passes} models={models} />
      <div className="grid gap-6 lg:grid-cols-3">
        <SpendingShares title="Per day" shares={perDay.toReversed()} />
        <SpendingShares title="Per model, 30 days" shares={perModel} />
        <SpendingShares title="Per visitor, 30 days" shares={perVisitor} />
      </div>
      <LatestSubmissions rows={latest} />
    </>
  )
}

async function Unclaimed({ sources }: Props) {
  const jobs = await unownedJobsOf(sources.ledger, sources.krea).catch(() => null)
  return <UnownedJobs jobs={jobs} />
}

async function Setup({ sources }: Props) {
  const checks = await setupChecks(sources.env, sources.ledger, sources.krea)
  return (
    <Section title="Setup">
      <SetupChecks checks={checks} />
    </Section>
  )
}
