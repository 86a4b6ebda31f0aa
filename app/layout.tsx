import { GeistSans } from 'geist/font/sans'
import type { Metadata, Viewport } from 'next'
import localFont from 'next/font/local'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { cardOf } from '@/lib/client/link-card'
import { themeCookie, themeOf } from '@/lib/client/theme'
import { env } from '@/lib/server/env'
import { originOf } from '@/lib/server/origin'
import { pageRequest } from '@/lib/server/page-request'
import './globals.css'

/** Little is set in it, and nothing of the first view: it comes when something is. */
const mono = localFont({
  src: '../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2',
  variable: '--font-geist-mono',
  weight: '100 900',
  preload: false,
  adjustFontFallback: false,
})

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
  return (
    <html lang="en" data-theme={theme} className={`${GeistSans.variable} ${mono.variable}`}>
      <body>{children}</body>
    </html>
  )
}
