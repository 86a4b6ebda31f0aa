import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { themeCookie, themeOf } from '@/lib/browser/theme'
import { cardOf } from '@/lib/draft/link/link-card'
import { env } from '@/lib/server/env'
import { originOf } from '@/lib/server/http/origin'
import { pageRequest } from '@/lib/server/http/page-request'
import { fontVariables } from './fonts'
import './globals.css'

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
    <html lang="en" data-theme={theme} className={fontVariables}>
      <body>{children}</body>
    </html>
  )
}
