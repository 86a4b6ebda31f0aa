import { expect } from '@playwright/test'
import { test } from '../../fixtures/browser/hydrated-page'
import { buildUnder } from '../../fixtures/server/build-under'
import { startPlayground } from '../../fixtures/server/playground'

const password = 'open sesame, says the test'

test('under a path of its host it is unlocked, makes a picture and shows it, and asks for nothing beside that path', async ({
  page,
}) => {
  test.setTimeout(1_200_000)
  const folder = test.info().outputPath('krea')
  buildUnder('/krea', folder)
  // At the speed of life, a job has pictures on the way when it is first read.
  const upstream = await startPlayground({ SANDBOX_SPEED: '1' })
  const env = {
    BASE_PATH: '/krea',
    KREA_API_TOKEN: 'id:a-token-for-this-test',
    KREA_API_BASE_URL: `${upstream.url}/sandbox`,
    KREA_IMAGE_HOSTS: 'localhost',
    PLAYGROUND_PASSWORD: password,
  }
  const playground = await startPlayground(env, folder)
  const beside: string[] = []
  const failed: string[] = []
  let live = 0
  page.on('response', (response) => {
    const { protocol, pathname } = new URL(response.url())
    if (protocol === 'http:' && !/^\/krea(\/|$)/.test(pathname)) beside.push(pathname)
    if (response.request().resourceType() === 'image' && pathname === '/krea/api/images') live += 1
    if (response.status() >= 400) failed.push(`${response.status()} ${pathname}`)
  })
  try {
    await page.goto(playground.url)
    await expect(page).toHaveURL(/\/krea\/unlock/)
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Unlock' }).click()
    await page.getByRole('textbox', { name: 'Prompt' }).fill('a lighthouse at dusk')
    await page.getByRole('button', { name: /^Generate/ }).click()
    await page.getByRole('button', { name: /^Open: a lighthouse/ }).click()
    await expect(page.getByRole('dialog').getByRole('img').first()).toBeVisible()
    await page.reload()
    await expect(page.getByRole('dialog').getByRole('img').first()).toBeVisible()
    expect(live).toBeGreaterThan(0)
    expect(beside).toEqual([])
    expect(failed).toEqual([])
  } finally {
    await playground.stop()
    await upstream.stop()
  }
})
