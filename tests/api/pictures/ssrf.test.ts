import { expect, test } from '@playwright/test'
import { onlyPublic, publicFetch } from '@/lib/server/pictures/public-fetch'
import { requireWebhookUrl } from '@/lib/server/submissions/webhook-url'
import { bytes, type FakeKrea, redirect, startKrea } from '../../fixtures/krea/krea-server'
import { problemOf } from '../../fixtures/server/ask'
import { type Playground, startPlayground } from '../../fixtures/server/playground'

let krea: FakeKrea
/** A server of the private network, which nobody may reach through us. */
let inside: FakeKrea
let playground: Playground
test.beforeAll(async () => {
  krea = await startKrea()
  inside = await startKrea()
  inside.fault(/./, bytes('secret', { 'Content-Type': 'image/png' }), 1_000)
  // Whoever hosts it has even allowed these names: where they lead still counts.
  playground = await startPlayground({
    KREA_API_BASE_URL: krea.url,
    KREA_IMAGE_HOSTS: '*.krea.ai, localhost, 127.0.0.1, 10.0.0.1, 169.254.169.254, 0.0.0.0',
  })
})
test.afterAll(async () => {
  await playground.stop()
  await krea.stop()
  await inside.stop()
})

/** `PORT` stands for the port of the server inside. */
const hostile = [
  'http://127.0.0.1:PORT/a.png',
  'http://localhost:PORT/a.png',
  'http://localhost.:PORT/a.png',
  'http://LOCALHOST:PORT/a.png',
  'http://127.1:PORT/a.png',
  'http://0:PORT/a.png',
  'http://0.0.0.0:PORT/a.png',
  'http://2130706433:PORT/a.png',
  'http://017700000001:PORT/a.png',
  'http://0177.0.0.1:PORT/a.png',
  'http://0x7f000001:PORT/a.png',
  'http://0x7f.0.0.1:PORT/a.png',
  'http://127.0.0.1.:PORT/a.png',
  'http://[::1]:PORT/a.png',
  'http://[::]:PORT/a.png',
  'http://[::ffff:127.0.0.1]:PORT/a.png',
  'http://[::ffff:7f00:1]:PORT/a.png',
  'http://[::127.0.0.1]:PORT/a.png',
  'http://[0:0:0:0:0:0:0:1]:PORT/a.png',
  'http://[64:ff9b::7f00:1]:PORT/a.png',
  'http://[2002:7f00:1::]:PORT/a.png',
  'http://[fe80::1%25eth0]:PORT/a.png',
  'http://①②⑦.⓪.⓪.①:PORT/a.png',
  'http://127。0。0。1:PORT/a.png',
  'http://user:pass@127.0.0.1:PORT/a.png',
  'http://gen.krea.ai@127.0.0.1:PORT/a.png',
  'http://gen.krea.ai#@127.0.0.1:PORT/a.png',
  'http://127.0.0.1:PORT#.krea.ai/a.png',
  'http://127.0.0.1:PORT?.krea.ai/a.png',
  'http://127.0.0.1:PORT\\.krea.ai/a.png',
  'https://localhost/a.png',
  'https://127.0.0.1/a.png',
  'https://2130706433/a.png',
  'https://0x7f000001/a.png',
  'https://0177.0.0.1/a.png',
  'https://127.1/a.png',
  'https://0/a.png',
  'https://10.0.0.1/a.png',
  'https://169.254.169.254/latest/meta-data/',
  'https://[::1]/a.png',
  'https://[::ffff:127.0.0.1]/a.png',
  'https://[fd00:ec2::254]/latest/meta-data/',
  'https://gen.krea.ai.evil.example/a.png',
  'https://evil.example/gen.krea.ai/a.png',
  'https://evilkrea.ai/a.png',
  'https://krea.ai.evil.example/a.png',
  'https://gen.krea.ai./a.png',
  'https://gen.krea.ai:PORT/a.png',
  'https://gen.krea.ai@evil.example/a.png',
  'https://user@gen.krea.ai/a.png',
  'https://gen.kreа.ai/a.png',
  'https://xn--gen-kre-5fg.ai/a.png',
  'http://gen.krea.ai/a.png',
  'ftp://gen.krea.ai/a.png',
  'file:///etc/passwd',
  'file://gen.krea.ai/etc/passwd',
  'gopher://127.0.0.1:PORT/_GET',
  'data:image/png;base64,iVBORw0KGgo=',
  'blob:https://gen.krea.ai/1',
  'javascript:alert(1)',
  'ws://gen.krea.ai/a.png',
  '//127.0.0.1:PORT/a.png',
  '/api/health',
  'gen.krea.ai/a.png',
  'https:\\\\127.0.0.1:PORT\\a.png',
  'https://',
  '',
]

const placed = (address: string) => address.replaceAll('PORT', new URL(inside.url).port)
const ask = (address: string) =>
  fetch(`${playground.url}/api/images?url=${encodeURIComponent(placed(address))}`)

test('there are at least forty hostile addresses', () => {
  expect(new Set(hostile).size).toBeGreaterThanOrEqual(40)
})

for (const address of hostile) {
  test(`no picture is read from ${address || 'nowhere'}`, async () => {
    const answer = await ask(address)
    expect([400, 403]).toContain(answer.status)
    expect(['invalid_request', 'forbidden']).toContain((await problemOf(answer)).code)
    expect(inside.seen).toEqual([])
  })

  test(`no picture is read where an allowed address redirects to ${address || 'nowhere'}`, async () => {
    const to = encodeURI(placed(address)).replaceAll('%25', '%')
    krea.fault(/^GET \/leads-away/, redirect(to))
    const answer = await ask(`${krea.url}/leads-away.png`)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(await answer.text()).not.toContain('secret')
    expect(inside.seen).toEqual([])
  })

  test(`${address || 'nothing'} is no address of a webhook`, async () => {
    const refusal = requireWebhookUrl(address.replaceAll('PORT', '8443'), async (name) => [
      { address: name.includes('krea') ? '10.0.0.1' : '127.0.0.1' },
    ])
    await expect(refusal).rejects.toMatchObject({ code: 'invalid_request' })
  })
}

for (const address of [
  'https://intranet/hook',
  'https://printer.local/hook',
  'https://db.internal/hook',
  'https://router.lan/hook',
  'https://play.example.com#x',
  'https://8.8.8.8:8443/hook',
])
  test(`${address} is no address of a webhook, wherever it leads`, async () => {
    const refusal = requireWebhookUrl(address, async () => [{ address: '93.184.215.14' }])
    await expect(refusal).rejects.toMatchObject({ code: 'invalid_request' })
  })

test('a webhook may stand at a public name or number over https', async () => {
  const lead = async () => [{ address: '93.184.215.14' }, { address: '2606:2800:21f::1' }]
  for (const address of ['https://play.example.com/api/hook/1', 'https://93.184.215.14/hook'])
    expect((await requireWebhookUrl(address, lead)).href).toBe(address)
})

test('one private address among public ones is enough to refuse a webhook', async () => {
  const lead = async () => [{ address: '93.184.215.14' }, { address: '10.0.0.1' }]
  await expect(requireWebhookUrl('https://play.example.com/', lead)).rejects.toThrow()
  await expect(requireWebhookUrl('https://gone.example.com/', async () => [])).rejects.toThrow()
})

test('a name that answers otherwise the second time is asked once, and the socket gets that answer', async () => {
  const answers = ['93.184.215.14', '127.0.0.1']
  let asked = 0
  const lookup = onlyPublic((_name, _options, done) =>
    done(null, [{ address: answers[asked++] ?? '', family: 4 }]),
  )
  const first = await new Promise((resolve) =>
    lookup('rebind.krea.ai', {}, (_error, address) => resolve(address)),
  )
  expect([first, asked]).toEqual(['93.184.215.14', 1])
  const { port } = new URL(inside.url)
  const second = publicFetch(
    new URL(`https://rebind.krea.ai:${port}/a.png`),
    { headers: {}, signal: AbortSignal.timeout(5_000) },
    lookup,
  )
  await expect(second).rejects.toMatchObject({ code: 'forbidden' })
  expect([asked, inside.seen]).toEqual([2, []])
})

test('of mixed answers only the public ones are connected to', async () => {
  const lookup = onlyPublic((_name, _options, done) =>
    done(null, [
      { address: '127.0.0.1', family: 4 },
      { address: '93.184.215.14', family: 4 },
      { address: '::1', family: 6 },
    ]),
  )
  const found = await new Promise((resolve) =>
    lookup('mixed.krea.ai', { all: true }, (_error, addresses) => resolve(addresses)),
  )
  expect(found).toEqual([{ address: '93.184.215.14', family: 4 }])
})

test('the server inside can be reached, so its silence means something', async () => {
  const answer = await fetch(`${inside.url}/a.png`)
  expect(await answer.text()).toBe('secret')
  inside.seen.length = 0
})
