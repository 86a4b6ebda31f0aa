import type { Metadata } from 'next'
import { cookies, headers } from 'next/headers'
import { Playground } from '@/components/shell/playground'
import { placed } from '@/lib/base-path'
import { hasPicturesCookieName } from '@/lib/browser/has-pictures-cookie'
import { themeCookie, themeOf } from '@/lib/browser/theme'
import { cardOf } from '@/lib/draft/link-card'
import { isLockedFor } from '@/lib/server/access/gate'
import { isLimitedFor } from '@/lib/server/billing/budget-left'
import { nonceHeader } from '@/lib/server/http/content-policy'
import { pageRequest } from '@/lib/server/http/page-request'
import { modeOf } from '@/lib/server/jobs/krea'
import { getCatalog } from '@/lib/server/models/catalog'

export async function generateMetadata({ searchParams }: PageProps<'/'>): Promise<Metadata> {
  const { models } = await getCatalog()
  const card = cardOf(await searchParams, models)
  return {
    ...card,
    openGraph: { ...card, type: 'website', siteName: 'Krea Playground' },
    twitter: { ...card, card: 'summary_large_image' },
  }
}

export default async function Page() {
  const sent = await cookies()
  const theme = themeOf(sent.get(themeCookie)?.value)
  const { etag, ...catalog } = await getCatalog()
  const request = await pageRequest()
  const nonce = (await headers()).get(nonceHeader) ?? undefined
  return (
    <>
      <script async src={placed('/pre-hydration.js')} nonce={nonce} />
      <Playground
        catalog={catalog}
        mode={modeOf()}
        keepsPictures={sent.has(hasPicturesCookieName)}
        limited={await isLimitedFor(request)}
        locked={await isLockedFor(request)}
        theme={theme}
      />
    </>
  )
}
