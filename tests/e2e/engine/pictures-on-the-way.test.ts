import { expect, test } from '../../fixtures/browser/page'
import { readWatchedPictures, watchPictures } from '../../fixtures/browser/pictures-on-the-way'
import { finished, generate, openEmpty, tile } from '../actions'

// With `#slow` each picture on the way stands for 2.5 s and more.
test.use({ env: { SANDBOX_SPEED: '2', RATE_LIMIT_PER_MINUTE: '1000' } })

test('every picture on the way that stands for 2 s is shown in its tile and kept', async ({
  page,
}) => {
  await page.addInitScript(watchPictures)
  await openEmpty(page)
  const prompts = ['a fox #slow', 'a crane #slow']
  for (const prompt of prompts) await generate(page, prompt)
  for (const prompt of prompts)
    await expect(finished(page, prompt)).toBeVisible({ timeout: 90_000 })
  const onTheWay = async () => (await readWatchedPictures(page)).filter(({ step }) => step !== null)
  await expect.poll(async () => (await onTheWay()).filter(({ isKept }) => isKept).length).toBe(10)
  expect((await onTheWay()).filter(({ shownDelay }) => shownDelay === null)).toEqual([])
})

test('a picture comes into being over the one before: it fades in and gets sharp, and the one before stays until then', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const seen: string[] = []
    Object.assign(window, { seenAnimations: seen })
    document.addEventListener('animationstart', ({ animationName, target }) => {
      const tile = target instanceof Element ? target.closest('article') : null
      seen.push(`${animationName} over ${(tile?.querySelectorAll('img').length ?? 0) - 1}`)
    })
  })
  await openEmpty(page)
  await generate(page, 'a heron #slow')
  const seen = () => page.evaluate((): string[] => Reflect.get(window, 'seenAnimations'))
  await expect.poll(seen).toContain('emerge over 0')
  await expect.poll(seen).toContain('emerge over 1')
  await expect(tile(page, 'a heron').getByRole('img')).toHaveCount(1)
})

test('who asked for less motion sees each picture at once', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openEmpty(page)
  await generate(page, 'an owl #slow')
  const image = tile(page, 'an owl').getByRole('img').first()
  await expect(image).toBeVisible()
  expect(await image.evaluate((one) => getComputedStyle(one).animationDuration)).toBe('0.001s')
})
