import { expect, test } from '@playwright/test'
import { findImageSource } from '@/lib/server/pictures/image-hosts'
import { isPublicAddress } from '@/lib/server/pictures/public-address'
import { publicLookup } from '@/lib/server/pictures/public-fetch'

const closed = [
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'ff02::1',
  'fec0::1',
  '4000::1',
  '64:ff9b:1::1',
  '3fff::1',
  '192.88.99.1',
  '0177.0.0.1',
  'localhost',
  '',
]

for (const address of closed)
  test(`${address || 'nothing'} is not on the open internet`, () => {
    expect(isPublicAddress(address)).toBe(false)
  })

for (const address of ['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450::1'])
  test(`${address} is on the open internet`, () => {
    expect(isPublicAddress(address)).toBe(true)
  })

test('a name that leads to this machine is not looked up', async () => {
  const error = await new Promise((resolve) => publicLookup('localhost', {}, resolve))
  expect(error).toMatchObject({ code: 'forbidden' })
})

const sources = {
  hosts: ['*.krea.ai', 'cdn.example.com'],
  upstream: 'http://127.0.0.1:4000',
  own: 'http://localhost:3000',
}

const sourcesOf: [address: string, source: string | null][] = [
  ['https://gen.krea.ai/1.png', 'internet'],
  ['https://a.b.krea.ai/1.png', 'internet'],
  ['https://CDN.example.com/1.png', 'internet'],
  ['https://krea.ai/1.png', null],
  ['https://notkrea.ai/1.png', null],
  ['https://x.cdn.example.com/1.png', null],
  ['http://gen.krea.ai/1.png', null],
  ['https://gen.krea.ai:444/1.png', null],
  ['https://me@gen.krea.ai/1.png', null],
  ['http://127.0.0.1:4000/1.png', 'upstream'],
  ['https://127.0.0.1:4000/1.png', null],
  ['http://127.0.0.1:4001/1.png', null],
  ['http://localhost:3000/sandbox/public/1.png', 'sandbox'],
  ['http://localhost:3000/sandbox/public/../../api/health', null],
  ['http://localhost:3000/api/health', null],
  ['http://localhost:3001/sandbox/public/1.png', null],
]

for (const [address, source] of sourcesOf)
  test(`a picture at ${address} may be read from: ${source}`, () => {
    expect(findImageSource(new URL(address), sources)).toBe(source)
  })
