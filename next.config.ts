import type { NextConfig } from 'next'
import type {
  TurbopackRuleCondition,
  TurbopackRuleConfigItem,
} from 'next/dist/server/config-shared'
import { addCompileHints } from './app/compile-hint'

/** The files that a first visit fetches beside the page. `proxy.ts` does not run before them either. */
const plainFiles = '_next/static/|examples/|old-browser\\.js$'

/** A first visit fetches some twenty files: headers that only matter to pages would be sent with each. */
const fileHeaders = { 'X-Content-Type-Options': 'nosniff', 'X-Frame-Options': 'DENY' }

/** On every other response. `proxy.ts` sets the policy of pages, which needs a nonce. */
const commonHeaders = {
  ...fileHeaders,
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

/** The sandbox's answers are for pages of any origin, as Krea's are: it says so itself. */
const ownPagesOnly = { 'Cross-Origin-Resource-Policy': 'same-origin' }

/** A response that is no page runs nothing and cannot be framed. */
const apiHeaders = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
}

/** The addresses of reviews are secrets: nobody indexes them, and no page they lead to learns them. */
const secretHeaders = { 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex, nofollow' }

const httpsHeaders = { 'Strict-Transport-Security': 'max-age=63072000' }

/** `/krea` of `krea`, `/krea/` or `/krea`. */
const basePath = (process.env.BASE_PATH ?? '').replace(/^\/*(.*?)\/*$/, '/$1').replace(/^\/$/, '')

/** In production the stylesheet is no file: the server has its text, for the page (`app/page-style.tsx`). */
const isText: TurbopackRuleCondition = {
  all: ['production', { not: 'browser' }, { query: '?text' }],
}
const isEmpty: TurbopackRuleCondition = {
  all: [{ not: isText }, { any: ['production', { query: '?text' }] }],
}
const styleText = (condition: TurbopackRuleCondition): TurbopackRuleConfigItem => ({
  condition,
  loaders: [{ loader: './app/style-text.mjs', options: { isEmpty: condition === isEmpty } }],
  as: '*.js',
})

const config: NextConfig = {
  basePath,
  // For `lib/base-path.ts`, in the browser too.
  env: { BASE_PATH: basePath },
  turbopack: {
    rules: { '**/app/globals.css': [styleText(isText), styleText(isEmpty)] },
  },
  compiler: { runAfterProductionCompile: addCompileHints },
  output: process.env.BUILD_STANDALONE === '1' ? 'standalone' : undefined,
  // On a phone it would cover a control. Errors are shown all the same.
  devIndicators: false,
  // Pictures come from `/api/images`; without this `/_next/image` would read and resize for anyone.
  images: { unoptimized: true },
  poweredByHeader: false,
  // The preload of the font stands in the page, which is compressed: a header is not.
  reactMaxHeadersLength: 0,
  // PGlite looks for its wasm and data beside its own code.
  serverExternalPackages: ['@electric-sql/pglite'],
  reactStrictMode: true,
  // `npm test` has checked them before it builds.
  typescript: { ignoreBuildErrors: process.env.TYPES_ARE_CHECKED === '1' },
  typedRoutes: true,
  // Next holds each request against each rule: few should fit one address.
  headers: async () => [
    {
      source: `/:path((?!sandbox/|${plainFiles}).*)?`,
      headers: list({ ...commonHeaders, ...ownPagesOnly }),
    },
    { source: `/:path((?=${plainFiles}).*)`, headers: list({ ...fileHeaders, ...ownPagesOnly }) },
    { source: '/sandbox/:path*', headers: list({ ...commonHeaders, ...apiHeaders }) },
    { source: '/api/:path*', headers: list(apiHeaders) },
    { source: '/:kind(r|reviews)/:path*', headers: list(secretHeaders) },
    {
      source: '/:path*',
      has: [{ type: 'header', key: 'x-forwarded-proto', value: 'https' }],
      headers: list(httpsHeaders),
    },
  ],
}

const list = (headers: Record<string, string>) =>
  Object.entries(headers).map(([key, value]) => ({ key, value }))

export default config
