import { expect, test } from '@playwright/test'
import type { FakeKrea } from '../../fixtures/krea/krea-server'
import { model, postJob, problemOf } from '../../fixtures/server/ask'
import { adminPassword, startOwnedPlayground, token } from '../../fixtures/server/owned-playground'
import type { Playground } from '../../fixtures/server/playground'

test.describe.configure({ mode: 'default' })

const secrets = [token, adminPassword, 'the password of this test']

let krea: FakeKrea
let playground: Playground
let owner: string
let stop: () => Promise<void>
test.beforeAll(async () => {
  ;({ krea, playground, owner, stop } = await startOwnedPlayground({
    PLAYGROUND_PASSWORD: 'the password of this test',
    BUDGET_USD_PER_DAY: '2',
  }))
})
test.afterAll(() => stop())

const page = async (cookie = owner) =>
  (await fetch(`${playground.url}/admin`, { headers: { Cookie: cookie } })).text()
const csv = (cookie = owner) =>
  fetch(`${playground.url}/api/admin/submissions`, { headers: { Cookie: cookie } })

test('without the owner’s cookie the page asks for the password and shows nothing', async () => {
  const html = await page('')
  expect(html).toContain('Admin')
  expect(html).not.toContain('Latest submissions')
  expect(await problemOf(await csv(''))).toMatchObject({ code: 'locked' })
})

test('a submission shows with its price, and in the CSV as text and not as a formula', async () => {
  const prompt = '=HYPERLINK("https://evil.example")'
  const made = await postJob(playground.url, {
    body: { model, input: { prompt } },
    headers: { Cookie: owner },
  })
  expect(made.status).toBe(201)
  const html = await page()
  expect(html).toContain('=HYPERLINK(&quot;https://evil.example&quot;)')
  expect(html).toContain('$0.007')
  const table = await csv()
  expect(table.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(await table.text()).toContain(`"'=HYPERLINK(""https://evil.example"")"`)
})

test('jobs of Krea without an owner can be recovered, our own are not listed', async () => {
  const unowned = krea.addJob({ created_at: '2026-01-01T00:00:00Z' })
  const own = [...krea.jobs.keys()][0] ?? ''
  const html = await page()
  expect(html).toContain(`/?adopt=${unowned.job_id}`)
  expect(html).not.toContain(`/?adopt=${own}`)
})

test('the setup is checked in sentences, and no secret is shown', async () => {
  const html = await page()
  for (const words of ['Krea accepts it.', '$2.00 a day.', 'An embedded database in'])
    expect(html).toContain(words)
  for (const secret of secrets) expect(html).not.toContain(secret)
})
