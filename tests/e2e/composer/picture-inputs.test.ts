import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { expect, test } from '../../fixtures/browser/page'
import { picture } from '../../fixtures/picture'
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
  await expect(remove(page)).toBeVisible()
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

test('a photo of 12 megapixels is reduced to what a server takes, and the field says so', async ({
  page,
}) => {
  const original = await photo(4000, 3000).jpeg({ quality: 92 }).toBuffer()
  expect(original.length).toBeGreaterThan(4_500_000)
  await open(page)
  await chooser(page).setInputFiles(file('big.jpg', original))
  await expect(remove(page)).toBeVisible()
  const { size, ratio } = await page.evaluate(async () => {
    const file: File = Reflect.get(window, 'uploaded')
    const { width, height } = await createImageBitmap(file)
    return { size: file.size, ratio: width / height }
  })
  expect(size).toBeLessThanOrEqual(4_000_000)
  expect(ratio).toBeCloseTo(4 / 3, 2)
  await expect(page.getByText('Reduced from 4000 × 3000 for the upload.')).toBeVisible()
})

const bad: [what: string, bytes: () => Promise<Buffer>, says: RegExp][] = [
  ['a text named .png', async () => Buffer.from('hello'), /not a JPEG, PNG/],
  [
    'a film named .png',
    async () => Buffer.from('\0\0\0\x20ftypmp42\0\0\0\0mp42isom'),
    /not a JPEG, PNG/,
  ],
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
  await page.getByRole('button', { name: 'Use: a harbour to come' }).click()
  await expect(remove(page)).toBeVisible()
})

test('a picture whose bytes had to make room is chosen by its address', async ({ page }) => {
  await page.goto('/')
  await generate(page, 'a harbour of old')
  await expect(finished(page, 'a harbour of old')).toBeVisible()
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
  await expect(finished(page, 'a harbour to use')).toBeVisible()
  await page.goto(form)
  await page.getByRole('button', { name: 'Choose from gallery' }).click()
  await page.getByRole('button', { name: 'Use: a harbour to use' }).click()
  await expect(remove(page)).toBeVisible()
  await keepsWords(page)
  await page.getByRole('button', { name: /^Generate/ }).click()
  await page.getByRole('button', { name: 'Open: keep these words' }).click()
  await expect(page.getByRole('heading', { name: 'Made from' })).toBeVisible()
})

const listForm = '/?model=image/google/nano-banana-2&prompt=keep+these+words'
const thumbnails = (page: Page) => page.getByRole('list', { name: 'Images' }).getByRole('img')
const solid = (background: string, side: number) =>
  sharp({ create: { width: side, height: side, channels: 3, background } })
    .png()
    .toBuffer()

test('several pictures keep the order in which they were chosen, whichever arrives first', async ({
  page,
}) => {
  await page.goto(listForm)
  await keepsWords(page)
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  let uploads = 0
  await page.route('**/api/assets', async (route) => {
    if (uploads++ === 0) await released
    await route.continue()
  })
  const first = page.waitForRequest('**/api/assets')
  await chooser(page).setInputFiles([
    file('first.png', await solid('#f00', 30)),
    file('second.png', await solid('#0f0', 31)),
    file('third.png', await solid('#00f', 32)),
  ])
  await first
  await page.getByRole('button', { name: /^Generate/ }).click()
  await expect(page.getByText('Wait for the upload to finish.')).toBeVisible()
  await expect(page.getByText('Uploaded', { exact: true })).toHaveCount(2)
  release()
  await expect(thumbnails(page)).toHaveCount(3)
  await expect(page.getByRole('list', { name: 'Images' }).getByRole('listitem')).toContainText([
    'first.png',
    'second.png',
    'third.png',
  ])
})

for (const format of ['webp', 'avif'] as const)
  test(`a transparent ${format} keeps its transparency`, async ({ page }) => {
    const transparent = { r: 0, g: 0, b: 0, alpha: 0 }
    const original = await sharp({
      create: { width: 64, height: 64, channels: 4, background: transparent },
    })
      .composite([{ input: await solid('#ff0', 20), left: 20, top: 20 }])
      .toFormat(format)
      .toBuffer()
    await open(page)
    await chooser(page).setInputFiles(file(`alpha.${format}`, original))
    const { bytes } = await uploaded(page)
    const [corner] = await sharp(bytes)
      .ensureAlpha()
      .raw()
      .toBuffer()
      .then((raw) => [raw[3]])
    expect(corner).toBe(0)
  })

/** Drops or pastes a picture on an element, as a file of this name. */
async function give(page: Page, selector: string, type: 'paste' | 'drop', bytes: Buffer) {
  await page
    .locator(selector)
    .first()
    .evaluate(
      (element, { type, bytes }) => {
        const data = new DataTransfer()
        data.items.add(new File([new Uint8Array(bytes)], 'holiday.png', { type: 'image/png' }))
        element.dispatchEvent(
          type === 'paste'
            ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
            : new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
        )
      },
      { type, bytes: [...bytes] },
    )
}

test('a picture dropped or pasted anywhere becomes an input, under its own name and with its size', async ({
  page,
}) => {
  await open(page)
  await page.mouse.move(700, 400)
  for (const [type, selector] of [
    ['paste', 'textarea'],
    ['drop', 'section[aria-label=Gallery]'],
  ] as const) {
    await give(page, selector, type, await solid('#f00', 48))
    await expect(page.getByText('holiday.png')).toBeVisible()
    await expect(page.getByText('48 × 48')).toBeVisible()
    await remove(page).click()
    await expect(imageField(page)).toBeVisible()
    await expect(imageField(page)).toBeFocused()
  }
  await keepsWords(page)
})

test('where the model takes no pictures, a dropped one is answered with a word', async ({
  page,
}) => {
  await page.goto('/?model=image/bfl/flux-1.1-pro&prompt=keep+these+words')
  await keepsWords(page)
  await give(page, 'textarea', 'paste', await solid('#f00', 48))
  await expect(page.getByText('takes no images. Choose a model that does.')).toBeVisible()
})

test('input pictures are put in another order by dragging', async ({ page }) => {
  await page.goto('/?model=image/google/nano-banana&prompt=two+pictures')
  const buffer = Buffer.from(await picture('png'))
  await page
    .getByRole('complementary', { name: 'Composer' })
    .locator('input[type=file]')
    .first()
    .setInputFiles(['one.png', 'two.png'].map((name) => ({ name, mimeType: 'image/png', buffer })))
  const rows = page.getByRole('complementary', { name: 'Composer' }).locator('li:has(img)')
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).toContainText('one.png')
  await rows.last().getByRole('img').dragTo(rows.first())
  await expect(rows.first()).toContainText('two.png')
})

test('a picture is dragged from the gallery onto the field', async ({ page }) => {
  await page.goto('/')
  await generate(page, 'a harbour to drag')
  await expect(finished(page, 'a harbour to drag')).toBeVisible()
  const box = await imageField(page).boundingBox()
  await finished(page, 'a harbour to drag').hover()
  await page.mouse.down()
  await page.mouse.move(500, 300, { steps: 4 })
  await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 10, { steps: 4 })
  await page.mouse.up()
  await expect(remove(page)).toBeVisible()
  await expect(page.getByText(/^a-harbour-to-drag/)).toBeVisible()
})

test('pictures that do not fit are counted, and several are chosen from the gallery at once', async ({
  page,
}) => {
  await page.goto('/')
  for (const prompt of ['a first harbour', 'a second harbour']) {
    await generate(page, prompt)
    await expect(finished(page, prompt)).toBeVisible()
  }
  await page.goto(listForm)
  await page.getByRole('button', { name: 'Choose from gallery' }).click()
  await page.getByRole('button', { name: 'Use: a first harbour' }).click()
  await page.getByRole('button', { name: 'Use: a second harbour' }).click()
  await page.getByRole('button', { name: 'Use 2 pictures' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(thumbnails(page)).toHaveCount(2)
  await page.goto(form)
  await keepsWords(page)
  await expect(imageField(page)).toBeVisible()
  await give(page, 'textarea', 'paste', await solid('#f00', 20))
  await expect(remove(page)).toBeVisible()
})
