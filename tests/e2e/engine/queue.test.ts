import type { Page } from '@playwright/test'
import { expect, test } from '../../fixtures/browser/page'
import { finished, generate, tile } from '../actions'

const settings = (page: Page, mostUnderWay: number) =>
  page.addInitScript((most) => {
    localStorage.setItem('krea-playground:live', JSON.stringify({ mostUnderWay: most }))
  }, mostUnderWay)

/** Prompts in the order in which they were sent. */
function sentPrompts(page: Page): string[] {
  const prompts: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'POST' || !request.url().endsWith('/api/jobs')) return
    prompts.push(request.postDataJSON().input.prompt)
  })
  return prompts
}

test('what may not run yet waits here in order, can be moved and dropped, and then comes', async ({
  page,
}) => {
  await settings(page, 1)
  const sent = sentPrompts(page)
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.goto('/')
  await page.route('**/api/jobs', (route) => held.then(() => route.continue()), { times: 1 })
  await generate(page, 'the first')
  await generate(page, 'the second')
  await generate(page, 'the third')
  await generate(page, 'the fourth')
  const queue = page.getByRole('region', { name: 'Queue' })
  await expect(queue).toContainText('1 running, 3 queued')
  await expect(page.getByRole('article')).toHaveCount(1)
  await queue.getByRole('button', { name: 'Show the queue' }).click()
  await expect(tile(page, 'the second')).toContainText('Next in queue')
  await expect(tile(page, 'the fourth')).toContainText('3rd in queue')

  await tile(page, 'the third').getByRole('button', { name: 'Move up' }).click()
  await expect(tile(page, 'the third')).toContainText('Next in queue')
  await tile(page, 'the fourth').getByRole('button', { name: 'Remove' }).click()
  await expect(tile(page, 'the fourth')).toHaveCount(0)

  letGo()
  await expect(finished(page, 'the third')).toBeVisible()
  await expect(finished(page, 'the second')).toBeVisible()
  expect(sent).toEqual(['the first', 'the third', 'the second'])
})

test('waiting pictures outlive a reload and are sent then', async ({ page }) => {
  await settings(page, 1)
  await page.goto('/')
  await generate(page, 'the one before #slow')
  await generate(page, 'the one behind')
  await expect(page.getByRole('region', { name: 'Queue' })).toContainText('1 queued')
  await page.reload()
  await expect(finished(page, 'the one behind')).toBeVisible()
})

test('where Krea is busy the whole queue waits, counts down, and goes on by itself', async ({
  page,
}) => {
  await page.goto('/')
  await page.route(
    '**/api/jobs',
    (route) =>
      route.fulfill({
        status: 429,
        contentType: 'application/problem+json',
        json: {
          title: 'Busy',
          status: 429,
          detail: 'Krea is busy.',
          code: 'rate_limited',
          requestId: 'r',
          charged: 'no',
          retryAfterMs: 3000,
        },
      }),
    { times: 1 },
  )
  const sent = sentPrompts(page)
  await generate(page, 'a busy day')
  await expect(tile(page, 'a busy day')).toContainText(
    /Krea said: too many jobs. Tried 1×, next in \d+\ss/,
  )
  await generate(page, 'a day behind it')
  await expect(tile(page, 'a day behind it')).toContainText('2nd in queue')
  expect(sent).toHaveLength(1)
  await expect(finished(page, 'a day behind it')).toBeVisible()
  await expect(finished(page, 'a busy day')).toBeVisible()
  expect(sent).toEqual(['a busy day', 'a busy day', 'a day behind it'])
})

test('#429 never ends by itself: it is dropped, and nothing was charged', async ({ page }) => {
  await page.goto('/')
  await generate(page, 'a castle #429')
  await expect(tile(page, 'a castle #429')).toContainText(/too many jobs.*next in \d+\ss/)
  await tile(page, 'a castle #429').getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('article')).toHaveCount(0)
})
