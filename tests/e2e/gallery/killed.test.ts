import { setTimeout } from 'node:timers/promises'
import * as z from 'zod'
import { readStore } from '../../fixtures/browser/gallery-store'
import { launchKillable } from '../../fixtures/browser/killable-browser'
import { expect, test } from '../../fixtures/browser/page'
import { pseudorandom } from '../../unit/draft/random-links'
import { generate } from '../actions'

test.use({ env: { SANDBOX_SPEED: '60', RATE_LIMIT_PER_MINUTE: '1000' } })

const kills = 25
/** From the click to after the picture is kept, at this speed of the sandbox. */
const lifeMs = 1500

// Fifty kills in two halves, so that they share the machine.
for (const half of [7, 11])
  test(`killed ${kills} times at random moments, ${half}, a browser loses no record and doubles none`, async ({
    playground,
  }, info) => {
    test.setTimeout(300_000)
    const profile = info.outputPath('profile')
    const random = pseudorandom(half)
    const mark = `of siege ${half}`
    const seen: string[] = []
    const before = await jobsAtKrea(playground.url)

    for (let round = 1; round <= kills; round++) {
      const { page, kill } = await launchKillable(profile)
      await page.goto(playground.url)
      const prompt = `round ${round} ${mark}`
      const tile = await generate(page, prompt)
      const shown = tile.waitFor().then(
        () => true,
        () => false,
      )
      await setTimeout(random() * lifeMs)
      await kill()
      if (await shown) seen.push(prompt)
    }

    const { page, kill } = await launchKillable(profile)
    await page.goto(playground.url)
    const unfinished = async () =>
      (await readStore(page)).filter(({ kind }) => kind !== 'done').map(({ kind }) => kind)
    await expect.poll(unfinished, { timeout: 60_000 }).toEqual([])
    const records = await readStore(page)
    const prompts = records.map(({ prompt }) => prompt)
    expect(seen.filter((prompt) => !prompts.includes(prompt))).toEqual([])
    expect(new Set(prompts).size).toBe(prompts.length)
    for (const { original, thumbnail } of records)
      expect([original, thumbnail]).toEqual([expect.any(String), expect.any(String)])
    await kill()

    const made = (await jobsAtKrea(playground.url)).filter((id) => !before.includes(id))
    expect(records.map(({ jobId }) => jobId).sort()).toEqual(made.sort())
    expect(seen.length).toBeGreaterThan(kills / 2)
  })

/** Every job that was ever made there: what was asked for twice would be there twice. */
async function jobsAtKrea(url: string): Promise<string[]> {
  const answer = await fetch(`${url}/sandbox/jobs?limit=1000`, {
    headers: { Authorization: 'Bearer any-word' },
  })
  const { items } = z
    .object({ items: z.array(z.object({ job_id: z.string() })) })
    .parse(await answer.json())
  return items.map(({ job_id }) => job_id)
}
