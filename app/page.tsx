import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { Header } from '@/components/playground/header'
import { Playground } from '@/components/playground/playground'
import { keptCookie } from '@/lib/client/kept-hint'
import { cardOf } from '@/lib/client/link-card'
import { themeCookie, themeOf } from '@/lib/client/theme'
import { getCatalogue } from '@/lib/server/catalogue'
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
  return (
    <Playground
      catalogue={catalogue}
      mode={modeOf()}
      keepsPictures={sent.has(keptCookie)}
      limited={await isLimitedFor(request)}
      header={<Header mode={modeOf()} locked={await isLockedFor(request)} theme={theme} />}
    />
  )
}
