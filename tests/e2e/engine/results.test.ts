import { expect, type Page } from '@playwright/test'
import { countStores } from '../../fixtures/browser/gallery-store'
import { waitForHydration } from '../../fixtures/browser/hydrated'
import { test } from '../../fixtures/browser/hydrated-page'
import { answer, bytes, type FakeKrea, newJob, startKrea } from '../../fixtures/krea/krea-server'
import { picture } from '../../fixtures/picture'
import { type Playground, startPlayground } from '../../fixtures/server/playground'
import { tile } from '../actions'

test.describe.configure({ mode: 'default' })

let krea: FakeKrea
let playground: Playground
test.beforeAll(async () => {
  krea = await startKrea()
  playground = await startPlayground({
    KREA_API_BASE_URL: krea.url,
    RATE_LIMIT_PER_MINUTE: '1000',
  })
})
test.afterAll(async () => {
  await playground.stop()
  await krea.stop()
})

/** Every job that is asked for is done at once, with these files. */
function completeWith(...names: string[]): void {
  krea.fault(/^POST \/generate/, (response, seen) => {
    const completed_at = new Date().toISOString()
    const urls = names.map((name) => `${krea.url}/public/${name}`)
    const job = krea.addJob({ ...newJob(), status: 'completed', completed_at, result: { urls } })
    answer(200, job)(response, seen)
  })
}

const serve = (name: string, body: Uint8Array | string, type: string) =>
  krea.fault(new RegExp(`^GET /public/${name}`), bytes(body, { 'Content-Type': type }), 100)

async function generate(page: Page, prompt: string): Promise<void> {
  await page.goto(playground.url)
  await waitForHydration(page)
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill(prompt)
  await page.getByRole('button', { name: /^Generate/ }).click()
  await expect(tile(page, prompt).getByRole('button', { name: 'Favourite' })).toBeAttached()
}

const open = (page: Page, prompt: string) =>
  tile(page, prompt).getByRole('button', { name: /^Open/ }).click()

test('all pictures of a job are kept: the tile counts them, the viewer shows each, and each is downloaded', async ({
  page,
}) => {
  for (const name of ['a', 'b', 'c']) serve(`${name}.png`, await picture(), 'image/png')
  completeWith('a.png', 'b.png', 'c.png')
  await generate(page, 'three foxes')
  await expect(tile(page, 'three foxes').getByTitle('3 files')).toHaveText('3')
  expect(await countStores(page)).toMatchObject({ originals: 1, previews: 2 })

  await open(page, 'three foxes')
  const files = page.getByRole('group', { name: 'Files of this job' })
  await expect(files.getByRole('button')).toHaveCount(3)
  const shown = page.locator('[data-viewport] img')
  await expect(shown).toBeVisible()
  const first = await shown.getAttribute('src')
  await files.getByRole('button', { name: 'File 3 of 3' }).click()
  await expect(shown).not.toHaveAttribute('src', first ?? '')
  await expect(shown).toHaveAttribute('src', /^blob:/)
  const download = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: 'Download' }).click()
  expect((await download).suggestedFilename()).toMatch(/^three-foxes-.*-3\.png$/)
})

/** A second of silence. */
function silence(): Uint8Array {
  const rate = 8_000
  const header = Buffer.alloc(44)
  header.write('RIFF', 0)
  header.writeUInt32LE(36 + rate, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(rate, 24)
  header.writeUInt32LE(rate, 28)
  header.writeUInt16LE(1, 32)
  header.writeUInt16LE(8, 34)
  header.write('data', 36)
  header.writeUInt32LE(rate, 40)
  return Buffer.concat([header, Buffer.alloc(rate, 128)])
}

test('a sound is kept and played', async ({ page }) => {
  serve('rain.wav', silence(), 'audio/wav')
  completeWith('rain.wav')
  await generate(page, 'the sound of rain')
  await expect(tile(page, 'the sound of rain').getByLabel('Sound', { exact: true })).toBeVisible()
  await open(page, 'the sound of rain')
  const player = page.locator('audio[controls]')
  await expect.poll(() => player.evaluate((one: HTMLAudioElement) => one.duration)).toBe(1)
})

test('a video is kept and offered with controls, also where its host says nothing of its type', async ({
  page,
}) => {
  serve('fox.mp4', 'not a video that this browser plays', 'application/octet-stream')
  completeWith('fox.mp4')
  await generate(page, 'a running fox')
  await expect(tile(page, 'a running fox').getByLabel('Video', { exact: true })).toBeVisible()
  await open(page, 'a running fox')
  await expect(page.locator('video[controls]')).toHaveAttribute('src', /^blob:/)
})

test('another file is kept and offered as a download', async ({ page }) => {
  serve('fox.glb', 'a mesh', 'model/gltf-binary')
  completeWith('fox.glb')
  await generate(page, 'a fox as a mesh')
  await open(page, 'a fox as a mesh')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download the file' }).click()
  expect((await download).suggestedFilename()).toMatch(/^a-fox-as-a-mesh-.*\.glb$/)
})

test('a job whose answers stay unreadable says so after a minute, and is found when looked for again', async ({
  page,
}) => {
  await page.clock.install()
  serve('late.png', await picture(), 'image/png')
  const job = krea.addJob({ ...newJob(), status: 'processing' })
  krea.fault(/^POST \/generate/, answer(200, job))
  let answered: unknown = 'a teapot'
  krea.fault(
    /^GET \/jobs/,
    (response, seen) => answer(200, answered)(response, seen),
    Number.POSITIVE_INFINITY,
  )
  await page.goto(playground.url)
  await waitForHydration(page)
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill('a silent job')
  await page.getByRole('button', { name: /^Generate/ }).click()
  const card = tile(page, 'a silent job')
  await expect(card.getByText('Reconnecting…')).toBeVisible()
  const lookAgain = card.getByRole('button', { name: 'Check again' })
  await expect(async () => {
    await page.clock.fastForward(31_000)
    await expect(lookAgain).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await expect(card).toContainText('Krea answered in a way we do not understand')
  await expect(card).toContainText('Possibly charged')

  const completed_at = new Date().toISOString()
  const result = { urls: [`${krea.url}/public/late.png`] }
  answered = { ...job, status: 'completed', completed_at, result }
  await lookAgain.click()
  await expect(async () => {
    await page.clock.fastForward(3_000)
    await expect(card.getByRole('button', { name: 'Favourite' })).toBeAttached({ timeout: 2_000 })
  }).toPass()
})
