import { expect } from '@playwright/test'
import { startForeignSite } from '../../fixtures/browser/foreign-page'
import { test } from '../../fixtures/browser/hydrated-page'
import { type FakeKrea, startKrea } from '../../fixtures/krea/krea-server'
import { model } from '../../fixtures/server/ask'
import { type Playground, startPlayground } from '../../fixtures/server/playground'

// One server for all of them.
test.describe.configure({ mode: 'default' })

let krea: FakeKrea
let playground: Playground
let foreign: Awaited<ReturnType<typeof startForeignSite>>
test.beforeAll(async () => {
  krea = await startKrea()
  playground = await startPlayground({
    KREA_API_BASE_URL: krea.url,
    KREA_API_TOKEN: 'id:a-token-for-this-test',
    PLAYGROUND_PUBLIC: '1',
  })
  foreign = await startForeignSite('<!doctype html><title>Evil</title><body></body>')
})
test.afterAll(async () => {
  await foreign.stop()
  await playground.stop()
  await krea.stop()
})

const body = JSON.stringify({ model, input: { prompt: 'at your expense' } })

const refusals = () => playground.output().split('"code":"forbidden"').length - 1

/** A page of another host, and one that differs by its port alone. */
for (const host of ['127.0.0.1', 'localhost']) {
  test(`a form of a page at ${host} spends nothing`, async ({ page }) => {
    await page.goto(`http://${host}:${foreign.port}/`)
    for (const [path, enctype] of [
      ['/api/jobs', 'text/plain'],
      ['/api/jobs', 'application/x-www-form-urlencoded'],
      ['/api/assets', 'multipart/form-data'],
    ] as const) {
      const answered = page.waitForResponse(`${playground.url}${path}`)
      await page.evaluate(
        ([action, type, value]) => {
          const form = document.createElement('form')
          Object.assign(form, { method: 'POST', action, enctype: type })
          const input = document.createElement('input')
          Object.assign(input, { name: value, value: '' })
          form.append(input)
          document.body.append(form)
          form.submit()
        },
        [playground.url + path, enctype, body] as const,
      )
      expect((await answered).status()).toBe(403)
      await page.waitForURL(playground.url + path)
      await page.goto(`http://${host}:${foreign.port}/`)
    }
    expect(krea.count(/^POST/)).toBe(0)
  })

  test(`a script of a page at ${host} spends nothing and reads nothing`, async ({ page }) => {
    const { job_id } = krea.addJob()
    const before = refusals()
    await page.goto(`http://${host}:${foreign.port}/`)
    const outcomes = await page.evaluate(
      async ([url, sent, id]) => {
        const json = { 'Content-Type': 'application/json', 'Idempotency-Key': id }
        const form = new FormData()
        form.append('file', new File(['x'], 'a.png', { type: 'image/png' }))
        const calls: [string, RequestInit][] = [
          ['/api/jobs', { method: 'POST', mode: 'no-cors', body: sent }],
          ['/api/jobs', { method: 'POST', mode: 'no-cors', body: new Blob([sent]) }],
          ['/api/jobs', { method: 'POST', headers: json, body: sent }],
          ['/api/assets', { method: 'POST', mode: 'no-cors', body: form }],
          [`/api/jobs/${id}`, { method: 'DELETE' }],
          [`/api/jobs/${id}`, {}],
        ]
        const results = await Promise.allSettled(
          calls.map(([path, init]) => fetch(url + path, { credentials: 'include', ...init })),
        )
        navigator.sendBeacon(`${url}/api/jobs`, sent)
        return results.map(({ status }) => (status === 'rejected' ? 'blocked' : 'answered'))
      },
      [playground.url, body, job_id] as const,
    )
    expect(outcomes).toEqual(Array(6).fill('blocked'))
    await expect.poll(() => refusals() - before, 'all but preflights arrived').toBe(4)
    expect(krea.count(/^(POST|DELETE)/)).toBe(0)
  })

  test(`a page at ${host} cannot frame the playground`, async ({ page }) => {
    await page.goto(`http://${host}:${foreign.port}/`)
    const refused = page.waitForEvent('console', (message) => /frame/i.test(message.text()))
    await page.evaluate((url) => {
      const frame = document.createElement('iframe')
      frame.src = url
      document.body.append(frame)
    }, playground.url)
    await refused
  })
}
