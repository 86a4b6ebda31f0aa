import { examplePrompts } from '@/lib/draft/prompts/example-prompts'
import { expect, test } from '../../fixtures/browser/page'
import { finished, tile } from '../actions'

const example = examplePrompts[0]?.prompt ?? ''

test.use({ env: { SANDBOX_SPEED: '1' } })

test('an example prompt becomes a picture with one click, through words and pictures on the way', async ({
  page,
}) => {
  await page.goto('/')
  await page.evaluate(() => {
    const seen = {
      words: new Set<string>(),
      sources: new Set<string>(),
      gaps: 0,
      hadPicture: false,
    }
    Object.assign(window, { seen })
    const look = () => {
      const article = document.querySelector('article')
      const picture = article?.querySelector('img')
      const visible = Boolean(picture?.complete && picture.naturalWidth > 0)
      seen.gaps += Number(seen.hadPicture && !visible)
      seen.hadPicture ||= visible
      if (picture && visible) seen.sources.add(picture.currentSrc)
      const bar = article?.querySelector('[role=progressbar]')
      const words = bar?.previousElementSibling?.firstElementChild?.textContent
      if (words) seen.words.add(words)
      requestAnimationFrame(look)
    }
    look()
  })
  await page.getByRole('button', { name: example }).click()
  await expect(finished(page, example)).toBeVisible()
  await expect(tile(page, example).locator('img[src^="blob:"]').last()).toBeVisible()
  const seen = await page.evaluate(() => {
    const { words, sources, gaps } = Reflect.get(window, 'seen')
    return { words: [...words], sources: [...sources], gaps }
  })
  expect(seen.words.length).toBeGreaterThan(2)
  expect(seen.sources.length, 'intermediate pictures and the final one').toBeGreaterThan(1)
  expect(seen.gaps, 'frames without a picture after the first').toBe(0)
})
