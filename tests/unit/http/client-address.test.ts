import { expect, test } from '@playwright/test'
import { addressOf, groupOf, networkOf } from '@/lib/server/http/client-address'
import { decodablePath } from '@/lib/server/http/incoming'

const groups: [address: string, group: string][] = [
  ['203.0.113.7', '203.0.113.7'],
  [' 203.0.113.7 ', '203.0.113.7'],
  ['203.0.113.7:5123', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::FFFF:203.0.113.7', '203.0.113.7'],
  ['::ffff:cb00:7107', '203.0.113.7'],
  ['[::ffff:203.0.113.7]:443', '203.0.113.7'],
  ['2a00:1450:4001:82a::200e', '2a00:1450:4001:82a::/64'],
  ['2A00:1450:4001:082A:ffff::1', '2a00:1450:4001:82a::/64'],
  ['[2a00:1450:4001:82a::200e]:443', '2a00:1450:4001:82a::/64'],
  ['2a00::1', '2a00:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['1:2:3:4:5:6:7:8', '1:2:3:4::/64'],
  ['', 'unknown'],
  ['unknown', 'unknown'],
  ['_hidden', 'unknown'],
  ['203.0.113.7, 10.0.0.1', 'unknown'],
  ['1.2.3.4.5', 'unknown'],
  ['0313.0.113.7', 'unknown'],
  ['203.29049', 'unknown'],
]

for (const [address, group] of groups)
  test(`limits count “${address}” as ${group}`, () => {
    expect(groupOf(address)).toBe(group)
  })

const networks: [address: string, network: string][] = [
  ['203.0.113.7', '203.0.113.0/24'],
  ['203.0.113.255', '203.0.113.0/24'],
  ['203.0.112.7', '203.0.112.0/24'],
  ['2a00:1450:4001:82a::200e', '2a00:1450:4001::/48'],
  ['2a00:1450:4001:ffff::1', '2a00:1450:4001::/48'],
  ['2a00:1450:4002:82a::200e', '2a00:1450:4002::/48'],
  ['', 'unknown'],
]

for (const [address, network] of networks)
  test(`the network of “${address}” is ${network}, and no wider`, () => {
    expect(networkOf(groupOf(address))).toBe(network)
  })

const paths: [given: string, path: string][] = [
  ['/api/jobs/a%2Fb?q=%', '/api/jobs/a%2Fb?q=%'],
  ['/api/jobs/%ff', '/api/jobs/%25ff'],
  ['/%E0%A4%A?a=%ff?b', '/%25E0%25A4%25A?a=%ff?b'],
  ['/%', '/%25'],
]

for (const [given, path] of paths)
  test(`the path ${given} is read as ${path}`, () => {
    expect(decodablePath(given)).toBe(path)
  })

/** A request from a socket of 192.0.2.1, with this header. */
const requestVia = (forwarded?: string) =>
  new Request('http://localhost/', {
    headers: {
      'x-socket': '192.0.2.1',
      ...(forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded }),
    },
  })

test('without a proxy the socket’s address counts, whatever a header says', () => {
  expect(addressOf(requestVia('198.51.100.7'), 'x-socket', 0)).toBe('192.0.2.1')
  expect(addressOf(requestVia(), 'x-socket', 0)).toBe('192.0.2.1')
})

test('behind proxies the address that the outermost of them wrote counts', () => {
  const forwarded = requestVia('10.0.0.1, 198.51.100.7, 203.0.113.9')
  expect(addressOf(forwarded, 'x-socket', 1)).toBe('203.0.113.9')
  expect(addressOf(forwarded, 'x-socket', 2)).toBe('198.51.100.7')
  expect(addressOf(requestVia(), 'x-socket', 1)).toBe('192.0.2.1')
})
