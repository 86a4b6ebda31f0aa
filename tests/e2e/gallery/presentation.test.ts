import type { Page } from '@playwright/test'
import { accessibilityFaults } from '../../fixtures/browser/accessibility'
import { expect, test } from '../../fixtures/browser/page'
import { openSeeded } from '../../fixtures/browser/seed-gallery'
import { generate, tile } from '../actions'

const presentation = (page: Page) => page.getByRole('dialog', { name: 'Presentation' })

test('P fills the screen with finished pictures, the newest large, and Escape brings all back', async ({
  page,
}) => {
  await openSeeded(page, 12)
  await generate(page, 'a heron that is not done yet #slow')
  await expect(tile(page, 'not done yet')).toBeVisible()
  await page.evaluate(
    () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
  )
  await page.keyboard.press('p')
  const shown = presentation(page)
  const newest = shown.getByRole('button', { name: 'Show the newest picture' })
  await expect(newest.getByRole('img')).toBeVisible()
  await expect(shown.getByRole('button', { name: /^Show picture/ })).toHaveCount(11)
  expect(await newest.evaluate((button) => button.clientHeight / innerHeight)).toBeGreaterThan(0.7)
  expect(await shown.innerText()).not.toMatch(/[$]|heron|kite|harbour|fox|tower|flux/i)
  await page.keyboard.press('Escape')
  await expect(shown).toBeHidden()
  await expect(page.getByRole('textbox', { name: 'Prompt', exact: true })).toBeVisible()
  await expect(page).toHaveURL(/\/$/)
})

test('arrows turn the pages, B blackens the screen, G shows all, and a reload keeps the place', async ({
  page,
}) => {
  await openSeeded(page, 12)
  await page.keyboard.press('p')
  const shown = presentation(page)
  const picture = (at: number) => shown.getByRole('img', { name: `Picture ${at} of 12` })
  await expect(shown.getByRole('button', { name: 'Show the newest picture' })).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(picture(1)).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(picture(2)).toBeVisible()
  await page.keyboard.press('b')
  await expect(shown.getByText('The screen is black.')).toBeAttached()
  await expect(picture(2)).toHaveCount(0)
  await page.keyboard.press('b')
  await page.reload()
  await expect(picture(2)).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(picture(12)).toBeVisible()
  await page.keyboard.press('g')
  await expect(shown.getByRole('button', { name: 'Show the newest picture' })).toBeVisible()
})

test('the slideshow goes on by itself until it is paused', async ({ page }) => {
  await page.clock.install()
  await openSeeded(page, 12)
  await page.keyboard.press('p')
  const shown = presentation(page)
  await expect(shown.getByRole('button', { name: 'Show the newest picture' })).toBeVisible()
  await page.keyboard.press('s')
  await expect(shown.getByRole('img', { name: 'Picture 1 of 12' })).toBeVisible()
  await page.clock.runFor(6_500)
  await expect(shown.getByRole('img', { name: 'Picture 2 of 12' })).toBeVisible()
  await page.keyboard.press('s')
  await page.clock.runFor(20_000)
  await expect(shown.getByRole('img', { name: 'Picture 2 of 12' })).toBeVisible()
})

test('axe finds nothing while presenting, and the keys are in the list', async ({ page }) => {
  await openSeeded(page, 12)
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keys' })
  await expect(keys.getByText('Present the gallery')).toBeVisible()
  await expect(keys.getByRole('heading', { name: 'While presenting' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('p')
  await expect(presentation(page)).toBeVisible()
  expect(await accessibilityFaults(page)).toEqual([])
})
