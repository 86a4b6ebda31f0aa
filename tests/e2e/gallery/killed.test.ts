import type { Page, Request } from '@playwright/test'
import * as z from 'zod'
import { readStore } from '../../fixtures/browser/gallery-store'
import { launchKillable } from '../../fixtures/browser/killable-browser'
import { expect, test } from '../../fixtures/browser/page'
import { pseudorandom } from '../../unit/draft/random-links'
import { finished, generate } from '../actions'

test.use({ env: { SANDBOX_SPEED: '60', RATE_LIMIT_PER_MINUTE: '1000' } })

const kills = 25
/** The number of network events between the click and the saved picture, at this speed of the sandbox. */
const lifeEvents = 12

// Fifty kills in two tests, which can run in parallel.
for (const half of [7, 11])
  test(`killed ${kills} times at random moments, ${half}, a browser loses no record and duplicates none`, async ({
    playground,
  }, info) => {
    test.setTimeout(300_000)
    const profile = info.outputPath('profile')
    const random = pseudorandom(half)
    const mark = `of siege ${half}`
    const submitted: string[] = []
    const before = await jobsAtKrea(playground.url)

    for (let round = 1; round <= kills; round++) {
      const { page, kill } = await launchKillable(profile)
      await page.goto(playground.url)
      const prompt = `round ${round} ${mark}`
      const { reached, wasSubmitted } = watchEvents(page, prompt, Math.floor(random() * lifeEvents))
      await generate(page, prompt)
      const stored = finished(page, prompt).waitFor()
      // If the kill comes first, nobody awaits this promise.
      stored.catch(() => undefined)
      await Promise.race([reached, stored])
      if (wasSubmitted()) submitted.push(prompt)
      await kill()
    }

    const { page, kill } = await launchKillable(profile)
    await page.goto(playground.url)
    const unfinished = async () =>
      (await readStore(page)).filter(({ kind }) => kind !== 'done').map(({ kind }) => kind)
    await expect.poll(unfinished, { timeout: 60_000 }).toEqual([])
    const records = await readStore(page)
    const prompts = records.map(({ prompt }) => prompt)
    expect(submitted.filter((prompt) => !prompts.includes(prompt))).toEqual([])
    expect(new Set(prompts).size).toBe(prompts.length)
    for (const { original, thumbnail } of records)
      expect([original, thumbnail]).toEqual([expect.any(String), expect.any(String)])
    await kill()

    const made = (await jobsAtKrea(playground.url)).filter((id) => !before.includes(id))
    expect(records.map(({ jobId }) => jobId).sort()).toEqual(made.sort())
    expect(submitted.length).toBeGreaterThan(kills / 2)
  })

/** `reached` resolves at the nth request or response of jobs and pictures. */
function watchEvents(page: Page, prompt: string, nth: number) {
  let isSubmitted = false
  const reached = new Promise<void>((resolve) => {
    let events = 0
    const count = (request: Request) => {
      if (!/\/api\/(jobs|images)/.test(request.url())) return
      if (request.postData()?.includes(prompt)) isSubmitted = true
      events += 1
      if (events >= nth) resolve()
    }
    page.on('request', count)
    page.on('requestfinished', count)
    if (nth === 0) resolve()
  })
  return { reached, wasSubmitted: () => isSubmitted }
}

/** Every job at the sandbox. A duplicate submission would be a second job. */
async function jobsAtKrea(url: string): Promise<string[]> {
  const answer = await fetch(`${url}/sandbox/jobs?limit=1000`, {
    headers: { Authorization: 'Bearer any-word' },
  })
  const { items } = z
    .object({ items: z.array(z.object({ job_id: z.string() })) })
    .parse(await answer.json())
  return items.map(({ job_id }) => job_id)
}
