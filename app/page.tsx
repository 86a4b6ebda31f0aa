import type { Metadata } from 'next'
import { cookies, headers } from 'next/headers'
import { Playground } from '@/components/shell/playground'
import { hasPicturesCookieName } from '@/lib/browser/has-pictures-cookie'
import { recordPresses } from '@/lib/browser/record-presses'
import { themeCookie, themeOf } from '@/lib/browser/theme'
import { cardOf } from '@/lib/draft/link/link-card'
import { isLockedFor } from '@/lib/server/access/gate'
import { otherPagesFor } from '@/lib/server/access/other-pages'
import { readPrincipal } from '@/lib/server/access/principal'
import { readGuest } from '@/lib/server/access/read-guest'
import { hasBudgetFor } from '@/lib/server/billing/remaining-budget'
import { nonceHeader } from '@/lib/server/http/content-policy'
import { pageRequest } from '@/lib/server/http/page-request'
import { services } from '@/lib/server/services'

export async function generateMetadata({ searchParams }: PageProps<'/'>): Promise<Metadata> {
  const { models } = await services().catalog.get()
  const card = cardOf(await searchParams, models)
  return {
    ...card,
    openGraph: { ...card, type: 'website' },
    twitter: { ...card, card: 'summary_large_image' },
  }
}

export default async function Page({ searchParams }: PageProps<'/'>) {
  const sent = await cookies()
  const theme = themeOf(sent.get(themeCookie)?.value)
  const shared = services()
  const { etag, serverOnly, ...catalog } = await shared.catalog.get()
  const principal = await readPrincipal(shared, await pageRequest())
  const nonce = (await headers()).get(nonceHeader) ?? undefined
  return (
    <>
      <script
        nonce={nonce}
        // The browser hides the nonce from React.
        suppressHydrationWarning
        dangerouslySetInnerHTML={{ __html: recordPresses }}
      />
      <noscript>
        <p className="p-4 text-center">The playground needs JavaScript: allow it for this page.</p>
      </noscript>
      <Playground
        catalog={catalog}
        mode={shared.env.mode}
        keepsPictures={sent.has(hasPicturesCookieName)}
        hasBudget={hasBudgetFor(shared, principal)}
        isLocked={isLockedFor(shared.env, principal)}
        linkedModel={[(await searchParams).model].flat()[0] ?? null}
        theme={theme}
        guest={await readGuest(shared, principal)}
        pages={otherPagesFor(shared.env, principal)}
      />
    </>
  )
}
