import type { NextConfig } from 'next'

/** On every answer. The policy of pages needs a nonce and is set by `proxy.ts`. */
const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** What is no page runs nothing and is framed by nobody. */
const noPage = { 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox" }

const https = { 'Strict-Transport-Security': 'max-age=63072000' }

/** `/krea` of `krea`, `/krea/` or `/krea`. */
const basePath = (process.env.BASE_PATH ?? '').replace(/^\/*(.*?)\/*$/, '/$1').replace(/^\/$/, '')

const config: NextConfig = {
  basePath,
  // For `lib/base-path.ts`, in the browser too.
  env: { BASE_PATH: basePath },
  output: process.env.BUILD_STANDALONE === '1' ? 'standalone' : undefined,
  // On a phone every corner is taken. Errors are shown all the same.
  devIndicators: false,
  // Pictures come from `/api/images`; without this `/_next/image` would read and resize for anyone.
  images: { unoptimized: true },
  poweredByHeader: false,
  // It finds its wasm and data beside its own code.
  serverExternalPackages: ['@electric-sql/pglite'],
  reactStrictMode: true,
  typedRoutes: true,
  headers: async () => [
    { source: '/:path*', headers: list(everywhere) },
    { source: '/:room(api|sandbox)/:path*', headers: list(noPage) },
    {
      source: '/:path*',
      has: [{ type: 'header', key: 'x-forwarded-proto', value: 'https' }],
      headers: list(https),
    },
  ],
}

const list = (headers: Record<string, string>) =>
  Object.entries(headers).map(([key, value]) => ({ key, value }))

export default config
