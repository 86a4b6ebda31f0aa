import { accessibilityFaults } from '../../fixtures/browser/accessibility'
import { expect, test } from '../../fixtures/browser/page'
import { finished, generate, tile } from '../actions'

const schemes = ['light', 'dark'] as const

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

  test('the first picture is made from the bottom sheet and selected, and nothing scrolls sideways', async ({
    page,
  }) => {
    await page.goto('/')
    await page.getByRole('button', { name: /Describe the picture/ }).click()
    await generate(page, 'a lake in the hand')
    await expect(finished(page, 'a lake in the hand')).toBeVisible()
    const overflow = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
    expect(await overflow()).toBe(0)
    await finished(page, 'a lake in the hand').click()
    const details = page.getByRole('complementary', { name: 'Details' })
    expect(await details.evaluate((panel) => panel.scrollWidth - panel.clientWidth)).toBe(0)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('button', { name: 'Select', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeInViewport()
    expect(await overflow()).toBe(0)
  })

  test('every touch target is at least 44 px high', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('button', { name: /Describe the picture/ }).click()
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
    const small = await page
      .locator('button:visible, select:visible')
      .evaluateAll((controls) =>
        controls
          .filter(
            (control) =>
              !control.closest('[inert]') && control.getBoundingClientRect().height < 43.5,
          )
          .map((control) => control.outerHTML.slice(0, 120)),
      )
    expect(small).toEqual([])
  })
})

for (const colorScheme of schemes) {
  test(`axe finds nothing in ${colorScheme}: empty, with errors, done and failed`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto('/')
    await expect(page.getByRole('heading', { name: 'Make your first picture' })).toBeVisible()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: /^Generate/ }).click()
    expect(await accessibilityFaults(page)).toEqual([])
    await generate(page, 'a valley to look at')
    await expect(finished(page, 'a valley to look at')).toBeVisible()
    await generate(page, 'a valley refused #nsfw')
    await expect(tile(page, 'refused').getByText('content filter')).toBeVisible()
    expect(await accessibilityFaults(page)).toEqual([])
  })
}
