import { expect, type Page } from '@playwright/test'
import { readStore } from '../../fixtures/browser/gallery-store'
import { test } from '../../fixtures/browser/hydrated-page'
import { bytes, type FakeKrea } from '../../fixtures/krea/krea-server'
import { picture } from '../../fixtures/picture'
import { startOwnedPlayground } from '../../fixtures/server/owned-playground'
import type { Playground } from '../../fixtures/server/playground'

test.describe.configure({ mode: 'default' })

let krea: FakeKrea
let playground: Playground
let owner: string
let stop: () => Promise<void>
test.beforeAll(async () => {
  ;({ krea, playground, owner, stop } = await startOwnedPlayground())
  const file = await picture()
  krea.fault(/^GET \/public\//, bytes(file, { 'Content-Type': 'image/png' }), 100)
})
test.afterAll(() => stop())

test.beforeEach(async ({ context }) => {
  const [name = '', value = ''] = owner.split(/=(.*)/)
  await context.addCookies([{ name, value, url: playground.url }])
})

const unownedJob = (of = {}) =>
  krea.addJob({
    created_at: '2026-01-01T00:00:00Z',
    completed_at: '2026-01-01T00:00:05Z',
    status: 'completed',
    result: { urls: [`${krea.url}/public/stray.png`] },
    ...of,
  }).job_id

const follow = (page: Page, jobId: string) => page.goto(`${playground.url}/?adopt=${jobId}`)
const expectNotice = (page: Page, sentence: string) =>
  expect(page.getByText(sentence)).toBeVisible()

test('an unowned job of the owner’s page comes into the gallery with its picture, and stays', async ({
  page,
}) => {
  const jobId = unownedJob()
  await page.goto(`${playground.url}/admin`)
  await page.getByRole('link', { name: `Add ${jobId} to gallery` }).click()
  await expectNotice(page, 'The recovered picture is in your gallery.')
  await expect(page).toHaveURL(`${playground.url}/`)
  await expect(page.getByRole('article').locator('img[src^="blob:"]').last()).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Open: Recovered job' })).toBeVisible()
  const [saved] = await readStore(page)
  expect(saved).toMatchObject({ kind: 'done', jobId })
  expect(saved?.original).toMatch(/^[\da-f]{64}$/)

  await page.getByRole('button', { name: 'Open: Recovered job' }).click()
  await expect(page.getByRole('button', { name: 'Reuse settings' })).toBeDisabled()
  await expect(page.getByText(jobId)).toBeVisible()
})

test('followed again, in two tabs at once or after its deletion, it is there once', async ({
  page,
  context,
}) => {
  const jobId = unownedJob()
  const other = await context.newPage()
  await Promise.all([follow(page, jobId), follow(other, jobId)])
  for (const tab of [page, other]) await expect(tab).toHaveURL(`${playground.url}/`)
  await follow(page, jobId)
  await expectNotice(page, 'This job is in your gallery already.')
  await expect(page.getByRole('article')).toHaveCount(1)

  await page.getByRole('button', { name: 'Open: Recovered job' }).click()
  await page.getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText('Deleted.')).toBeVisible()
  await follow(page, jobId)
  await expectNotice(page, 'This job is in your gallery again.')
  expect((await readStore(page)).map((record) => record.jobId)).toEqual([jobId])
})

test('several are added by one link', async ({ page }) => {
  await follow(page, [unownedJob(), unownedJob()].join(','))
  await expectNotice(page, '2 × The recovered picture is in your gallery.')
  await expect(page).toHaveURL(`${playground.url}/`)
  await expect(page.getByRole('article')).toHaveCount(2)
})

test('one that is still under way is followed to its end', async ({ page }) => {
  const jobId = unownedJob({ status: 'sampling', completed_at: null, result: null })
  await follow(page, jobId)
  await expectNotice(page, 'The recovered job is in your gallery, and still running.')
  await expect(page.getByRole('article')).toContainText('Generating')
  unownedJob({ job_id: jobId })
  await expect(page.getByRole('button', { name: 'Open: Recovered job' })).toBeVisible()
})

test('where there is nothing to add, a sentence says why and nothing is kept', async ({ page }) => {
  const nothing: [jobId: string, words: string][] = [
    ['c0ffee00-0000-4000-8000-000000000000', 'Krea knows no such job'],
    ['<b>no-id</b>', 'Krea knows no such job'],
    [unownedJob({ status: 'failed', error: { code: 'nsfw' }, result: null }), 'content filter'],
    [unownedJob({ status: 'cancelled', result: null }), 'This job was cancelled'],
  ]
  for (const [jobId, words] of nothing) {
    await follow(page, encodeURIComponent(jobId))
    await expectNotice(page, words)
    await expect(page).toHaveURL(`${playground.url}/`)
    expect(await readStore(page)).toEqual([])
  }
  await expect(page.getByRole('heading', { name: 'Make your first picture' })).toBeVisible()
})
