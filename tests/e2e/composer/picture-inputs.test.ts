import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { expect, test } from '../../fixtures/browser/page'
import { finished, generate } from '../actions'

// The recorder reads the object addresses of previews, which the page's own policy refuses it.
test.use({ trace: 'off' })

const form = '/?model=image/bytedance/seededit&prompt=keep+these+words'

const imageField = (page: Page) => page.getByRole('textbox', { name: 'Image', exact: true })
const remove = (page: Page) => page.getByRole('button', { name: 'Remove Image' })
const chooser = (page: Page) => page.locator('input[type=file]').first()
const keepsWords = (page: Page) =>
  expect(page.getByRole('textbox', { name: 'Prompt', exact: true })).toHaveValue('keep these words')

/** Keeps what the page uploads, as it leaves; it is sent all the same. */
async function open(page: Page) {
  await page.addInitScript(() => {
    const send = XMLHttpRequest.prototype.send
    XMLHttpRequest.prototype.send = function (body) {
      if (body instanceof FormData) Object.assign(window, { uploaded: body.get('file') })
      send.call(this, body)
    }
  })
  await page.goto(form)
  await expect(imageField(page)).toBeVisible()
  await keepsWords(page)
}

async function uploaded(page: Page): Promise<{ name: string; bytes: Buffer }> {
  await expect(remove(page)).toBeVisible({ timeout: 40_000 })
  const { name, text } = await page.evaluate(async () => {
    const file: File = Reflect.get(window, 'uploaded')
    const bytes = new Uint8Array(await file.arrayBuffer())
    return {
      name: file.name,
      text: Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''),
    }
  })
  return { name, bytes: Buffer.from(text, 'latin1') }
}

const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/png', buffer })

const photo = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  })

test('a photo leaves without its place, its camera and its name', async ({ page }) => {
  const original = await photo(640, 480)
    .jpeg()
    .withExif({
      IFD0: { Make: 'SecretCam' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
    })
    .toBuffer()
  expect(original.includes('SecretCam')).toBe(true)
  await open(page)
  await chooser(page).setInputFiles(file('holiday-at-home.jpg', original))
  const { name, bytes } = await uploaded(page)
  expect(name).toBe('picture.jpg')
  expect(bytes.includes('SecretCam')).toBe(false)
  const { width, height, exif } = await sharp(bytes).metadata()
  expect([width, height, exif]).toEqual([640, 480, undefined])
})

test('a photo of 12 megapixels is reduced to what a server takes', async ({ page }) => {
  test.setTimeout(90_000)
  const original = await photo(4000, 3000).jpeg({ quality: 92 }).toBuffer()
  expect(original.length).toBeGreaterThan(4_500_000)
  await open(page)
  await chooser(page).setInputFiles(file('big.jpg', original))
  await expect(remove(page)).toBeVisible({ timeout: 60_000 })
  const { size, ratio } = await page.evaluate(async () => {
    const file: File = Reflect.get(window, 'uploaded')
    const { width, height } = await createImageBitmap(file)
    return { size: file.size, ratio: width / height }
  })
  expect(size).toBeLessThanOrEqual(4_000_000)
  expect(ratio).toBeCloseTo(4 / 3, 2)
})

const bad: [what: string, bytes: () => Promise<Buffer>, says: RegExp][] = [
  ['a text named .png', async () => Buffer.from('hello'), /not a JPEG, PNG/],
  [
    'a broken picture',
    async () => (await photo(64, 64).png().toBuffer()).subarray(0, 60),
    /broken/,
  ],
]

for (const [what, bytes, says] of bad)
  test(`${what} is shown at its field, and the rest of the form stays`, async ({ page }) => {
    await open(page)
    await chooser(page).setInputFiles(file('picture.png', await bytes()))
    await expect(page.getByRole('alert').filter({ hasText: says })).toBeVisible()
    await page.getByRole('button', { name: 'Remove', exact: true }).click()
    await expect(imageField(page)).toBeVisible()
    await keepsWords(page)
  })

test('an address without a picture is shown at its field', async ({ page, baseURL }) => {
  await open(page)
  await imageField(page).fill(`${baseURL}/sandbox/public/nothing.png`)
  await imageField(page).press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'no picture at this' })).toBeVisible()
  await keepsWords(page)
})

test('an upload that broke off is tried again with one press', async ({ page }) => {
  await open(page)
  await page.route('**/api/assets', (route) => route.abort(), { times: 1 })
  await chooser(page).setInputFiles(file('a.png', await photo(64, 64).png().toBuffer()))
  await expect(page.getByRole('alert').filter({ hasText: 'broke off' })).toBeVisible()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(remove(page)).toBeVisible()
})

test('a pasted picture and a dropped one arrive', async ({ page }) => {
  const bytes = [...(await photo(32, 32).png().toBuffer())]
  await open(page)
  for (const type of ['paste', 'drop']) {
    await imageField(page).evaluate(
      (field, { type, bytes }) => {
        const data = new DataTransfer()
        data.items.add(new File([new Uint8Array(bytes)], 'x.png', { type: 'image/png' }))
        const event =
          type === 'paste'
            ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true })
            : new DragEvent('drop', { dataTransfer: data, bubbles: true })
        field.dispatchEvent(event)
      },
      { type, bytes },
    )
    await remove(page).click()
    await expect(imageField(page)).toBeVisible()
  }
})

test('a picture that is finished while one chooses can be chosen', async ({ page }) => {
  await page.goto('/')
  await generate(page, 'a harbour to come')
  await page.getByRole('button', { name: 'Choose from gallery' }).first().click()
  await expect(page.getByText('No pictures yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Use: a harbour to come' }).click({ timeout: 20_000 })
  await expect(remove(page)).toBeVisible({ timeout: 20_000 })
})

test('a picture whose bytes had to make room is chosen by its address', async ({ page }) => {
  await page.goto('/')
  await generate(page, 'a harbour of old')
  await expect(finished(page, 'a harbour of old')).toBeVisible({ timeout: 20_000 })
  await page.getByRole('button', { name: 'Choose from gallery' }).first().click()
  await expect(page.getByRole('button', { name: 'Use: a harbour of old' })).toBeVisible()
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.open('krea-playground').onsuccess = ({ target }) => {
          const database: IDBDatabase = Reflect.get(target ?? {}, 'result')
          const transaction = database.transaction('originals', 'readwrite')
          transaction.objectStore('originals').clear()
          transaction.oncomplete = resolve
        }
      }),
  )
  await page.getByRole('button', { name: 'Use: a harbour of old' }).click()
  await expect(remove(page)).toBeVisible()
})

test('a picture of the gallery becomes an input', async ({ page }) => {
  await page.goto('/')
  await generate(page, 'a harbour to use')
  await expect(finished(page, 'a harbour to use')).toBeVisible({ timeout: 20_000 })
  await page.goto(form)
  await page.getByRole('button', { name: 'Choose from gallery' }).click()
  await page.getByRole('button', { name: 'Use: a harbour to use' }).click()
  await expect(remove(page)).toBeVisible({ timeout: 20_000 })
  await keepsWords(page)
  await page.getByRole('button', { name: /^Generate/ }).click()
  await page.getByRole('button', { name: 'Open: keep these words' }).click({ timeout: 40_000 })
  await expect(page.getByRole('heading', { name: 'Made from' })).toBeVisible()
})
