import { setTimeout } from 'node:timers/promises'
import { generate } from '../e2e/actions'
import { readStore } from '../fixtures/gallery-store'
import { launchKillable } from '../fixtures/killable-browser'
import { expect, test } from '../fixtures/page'
import { pseudorandom } from '../unit/link-random'

test.use({ env: { SANDBOX_SPEED: '15', RATE_LIMIT_PER_MINUTE: '1000' } })

const kills = 50
/** From the click to after the picture is kept, at this speed of the sandbox. */
const lifeMs = 1500

test('killed fifty times at random moments, the browser loses no record and doubles none', async ({
  playground,
}, info) => {
  test.setTimeout(600_000)
  const profile = info.outputPath('profile')
  const random = pseudorandom(7)
  const seen: string[] = []

  for (let round = 1; round <= kills; round++) {
    const browser = await launchKillable(profile)
    await browser.page.goto(playground.url)
    const tile = await generate(browser.page, `round ${round} of the siege`)
    await tile.waitFor()
    seen.push(`round ${round} of the siege`)
    await setTimeout(random() * lifeMs)
    await browser.kill()
  }

  const { page, kill } = await launchKillable(profile)
  await page.goto(playground.url)
  const kinds = async () => [...new Set((await readStore(page)).map(({ kind }) => kind))].sort()
  await expect.poll(kinds, { timeout: 60_000 }).toEqual(['done'])
  const records = await readStore(page)
  expect(records.map(({ prompt }) => prompt).sort()).toEqual(seen.toSorted())
  expect(new Set(records.map(({ jobId }) => jobId)).size).toBe(kills)
  for (const { original, thumbnail } of records)
    expect([original, thumbnail]).toEqual([expect.any(String), expect.any(String)])
  await kill()
})
