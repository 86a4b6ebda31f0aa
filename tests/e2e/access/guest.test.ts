import { expect } from '@playwright/test'
import { postPass } from '@/lib/contract/passes'
import { test } from '../../fixtures/browser/hydrated-page'
import { startOwnedPlayground } from '../../fixtures/server/owned-playground'
import { generate, tile } from '../actions'

const model = 'image/bfl/flux-1-dev'

test('a guest sees the pass; spent or revoked, one banner says so and the form is off', async ({
  page,
}) => {
  test.slow()
  const { playground, owner, stop } = await startOwnedPlayground()
  const passes = (method: string, path: string, body?: object) =>
    fetch(`${playground.url}/api/passes${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', Cookie: owner },
      body: body && JSON.stringify(body),
    })
  const made = await passes('POST', '', {
    name: 'Anna',
    dollars: 0.008,
    expiresAt: '2100-11-29T00:00:00.000Z',
  })
  const { pass, url } = postPass.answer.parse(await made.json())
  await page.goto(url)
  await expect(page.getByText('Anna · $0.008 left · until 29 Nov')).toBeVisible()

  await page.goto(`${playground.url}/?model=${model}`)
  const button = page.getByRole('button', { name: /^Generate/ })
  await generate(page, 'the only one')
  await expect(tile(page, 'the only one')).toBeVisible()
  const banner = page.getByRole('alert').filter({ hasText: 'pass' })
  await expect(banner).toHaveText('Your pass is used up. Ask the person who sent it for more.')
  await expect(button).toBeDisabled()

  await passes('PATCH', `/${pass.id}`, { dollars: 1 })
  await page.reload()
  await expect(page.getByText('Anna · $0.99 left')).toBeVisible()
  await expect(banner).toBeHidden()

  await passes('DELETE', `/${pass.id}`)
  await page.reload()
  await expect(banner).toHaveText('This pass was revoked. Ask the person who sent it.')
  await expect(button).toBeDisabled()
  await stop()
})

test('the playground leads its owner to the admin page, and to lock', async ({ page }) => {
  const { playground, owner, stop } = await startOwnedPlayground({
    PLAYGROUND_PASSWORD: 'the password of this test',
  })
  const [name = '', value = ''] = owner.split(/=(.*)/)
  await page.context().addCookies([{ name, value, url: playground.url }])
  await page.goto(playground.url)
  await page.getByRole('link', { name: 'Admin' }).click()
  await expect(page.getByRole('heading', { name: 'Admin', level: 1 })).toBeVisible()
  await page.getByRole('link', { name: 'Back to playground' }).click()
  await expect(page.getByRole('link', { name: 'Lock' })).toBeVisible()
  await stop()
})
