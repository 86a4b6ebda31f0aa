import { mkdirSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { chromiumArgs, findHeadlessChromium } from '../../chromium'
import { readStore } from '../../fixtures/browser/gallery-store'
import { expect, test } from '../../fixtures/browser/page'
import { oldOrigin, oldPictures, unpackOldProfile } from '../../fixtures/gallery/old-profile'
import { finished, generate } from '../actions'

test('a browser profile of version 0.1.0 opens with its pictures and its draft, and makes another one', async ({
  playground,
}, info) => {
  const profile = info.outputPath('profile')
  mkdirSync(profile, { recursive: true })
  unpackOldProfile(profile)
  const server = playground.url.replace('http://', '').replace('localhost', '127.0.0.1')
  const rule = `--host-resolver-rules=MAP ${new URL(oldOrigin).host} ${server}`
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findHeadlessChromium(),
    args: [...chromiumArgs, rule],
  })
  const page = await context.newPage()
  await page.goto(oldOrigin)
  for (const { prompt } of oldPictures) await expect(finished(page, prompt)).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Prompt', exact: true })).toHaveValue(
    'a red fox in snow',
  )
  await generate(page, 'a kite over the sea')
  await expect(finished(page, 'a kite over the sea')).toBeVisible()
  const stored = await readStore(page)
  const old = stored.filter(({ prompt }) => oldPictures.some((one) => one.prompt === prompt))
  expect(stored).toHaveLength(oldPictures.length + 1)
  expect(old.map(({ prompt, original }) => ({ prompt, sha256: original })).toReversed()).toEqual(
    oldPictures,
  )
  await context.close()
})
