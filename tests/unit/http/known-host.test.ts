import { expect, test } from '@playwright/test'
import { requireKnownHost } from '@/lib/server/http/known-host'

const open = {
  isProduction: false,
  token: 'a-token',
  password: null,
  isPublic: false,
  publicUrl: 'https://my-tunnel.example.com',
}

const ask = (host: string, settings = {}, headers = {}) =>
  requireKnownHost(new Request('http://x', { headers: { host, ...headers } }), {
    ...open,
    ...settings,
  })

const own = [
  'localhost:3000',
  'LOCALHOST',
  'localhost.:3000',
  'app.localhost:3000',
  '127.0.0.1:3000',
  '192.168.1.20:3000',
  '[::1]:3000',
  'my-laptop:3000',
  'my-laptop.local:3000',
  'box.home.arpa',
  'my-tunnel.example.com',
]

for (const host of own)
  test(`with a token, the development server spends for ${host}`, () => {
    expect(() => ask(host)).not.toThrow()
  })

const foreign = [
  'evil.example:3000',
  'localhost.evil.example:3000',
  '127.0.0.1.nip.io:3000',
  'evil-local.com',
  'mylocal.example',
  'x.in-addr.arpa',
  '',
]

for (const host of foreign)
  test(`with a token, the development server spends nothing for “${host}”, whatever else it says`, () => {
    const refused = expect.objectContaining({ code: 'forbidden' })
    expect(() => ask(host)).toThrow(refused)
    expect(() => ask(host, {}, { 'x-forwarded-host': 'localhost:3000' })).toThrow(refused)
  })

for (const settings of [
  { token: null },
  { password: 'a word' },
  { isPublic: true },
  { isProduction: true },
])
  test(`with ${JSON.stringify(settings)} any name will do`, () => {
    expect(() => ask('evil.example:3000', settings)).not.toThrow()
  })
