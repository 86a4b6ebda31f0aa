import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page, Request } from '@playwright/test'
import * as z from 'zod'
import { readStore } from '../../fixtures/browser/gallery-store'
import { launchKillable } from '../../fixtures/browser/killable-browser'
import { expect, test } from '../../fixtures/browser/page'
import { newFolder } from '../../fixtures/server/data-folder'
import { pseudorandom } from '../../unit/draft/random-links'
import { finished, generate } from '../actions'

const data = newFolder()
test.use({ env: { SANDBOX_SPEED: '60', RATE_LIMIT_PER_MINUTE: '1000', DATA_DIR: data } })
// Not after each test: the server of the next one may be the same.
process.once('exit', () => rmSync(data, { recursive: true, force: true }))

const kills = 25
/** The number of network events between the click and the saved picture, at this speed of the sandbox. */
const lifeEvents = 12

// Fifty kills in two tests, which can run in parallel.
for (const half of [7, 11])
  test(`killed ${kills} times at random moments, ${half}, a browser loses no record and duplicates none`, async ({
    playground,
  }, info) => {
    test.setTimeout(1_200_000)
    const profile = info.outputPath('profile')
    const random = pseudorandom(half)
    const mark = `of siege ${half}`
    const submitted: string[] = []
    const before = jobsAtKrea()

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
    await expect.poll(unfinished).toEqual([])
    const records = await readStore(page)
    const prompts = records.map(({ prompt }) => prompt)
    expect(submitted.filter((prompt) => !prompts.includes(prompt))).toEqual([])
    expect(new Set(prompts).size).toBe(prompts.length)
    for (const { original, thumbnail } of records)
      expect([original, thumbnail]).toEqual([expect.any(String), expect.any(String)])
    await kill()

    const made = jobsAtKrea().filter((id) => !before.includes(id))
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
      // Before that, records of earlier rounds are followed to their end.
      if (isSubmitted) events += 1
      if (events >= nth) resolve()
    }
    page.on('request', count)
    page.on('requestfinished', count)
    if (nth === 0) resolve()
  })
  return { reached, wasSubmitted: () => isSubmitted }
}

/** Every job at the sandbox, by its log. A duplicate submission would be a second job. */
function jobsAtKrea(): string[] {
  const folder = join(data, 'sandbox')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.startsWith('jobs-'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter((line) => line.includes('"owner"'))
    .map((line) => z.object({ id: z.string() }).parse(JSON.parse(line)).id)
}
