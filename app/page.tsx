import type { Metadata } from 'next'
import { cookies, headers } from 'next/headers'
import { Playground } from '@/components/playground/playground'
import { placed } from '@/lib/base-path'
import { keptCookie } from '@/lib/client/kept-hint'
import { cardOf } from '@/lib/client/link-card'
import { themeCookie, themeOf } from '@/lib/client/theme'
import { getCatalogue } from '@/lib/server/catalogue'
import { nonceHeader } from '@/lib/server/content-policy'
import { isLockedFor } from '@/lib/server/gate'
import { modeOf } from '@/lib/server/krea'
import { isLimitedFor } from '@/lib/server/left'
import { pageRequest } from '@/lib/server/page-request'

export async function generateMetadata({ searchParams }: PageProps<'/'>): Promise<Metadata> {
  const { models } = await getCatalogue()
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
  const { etag, ...catalogue } = await getCatalogue()
  const request = await pageRequest()
  const nonce = (await headers()).get(nonceHeader) ?? undefined
  return (
    <>
      <script async src={placed('/early.js')} nonce={nonce} />
      <Playground
        catalogue={catalogue}
        mode={modeOf()}
        keepsPictures={sent.has(keptCookie)}
        limited={await isLimitedFor(request)}
        locked={await isLockedFor(request)}
        theme={theme}
      />
    </>
  )
}
