import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { preload } from 'react-dom'
import { placed } from '@/lib/base-path'
import { themeCookie, themeOf } from '@/lib/browser/theme'
import { cardOf } from '@/lib/draft/link/link-card'
import { env } from '@/lib/server/env'
import { nonceHeader } from '@/lib/server/http/content-policy'
import { originOf } from '@/lib/server/http/origin'
import { pageRequest } from '@/lib/server/http/page-request'
import geist from './fonts/geist-latin.woff2'
import { PageStyle } from './page-style'

export async function generateMetadata(): Promise<Metadata> {
  return {
    ...cardOf({}, []),
    metadataBase: new URL(env().publicUrl ?? originOf(await pageRequest())),
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfbfa' },
    { media: '(prefers-color-scheme: dark)', color: '#0d0d0f' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = themeOf((await cookies()).get(themeCookie)?.value)
  const nonce = (await headers()).get(nonceHeader) ?? undefined
  preload(geist, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' })
  return (
    <html lang="en" data-theme={theme}>
      <body>
        <PageStyle nonce={nonce} />
        <script async src={placed('/old-browser.js')} nonce={nonce} />
        {children}
      </body>
    </html>
  )
}
