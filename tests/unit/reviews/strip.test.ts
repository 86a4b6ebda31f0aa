import { expect, test } from '@playwright/test'
import sharp, { type Sharp } from 'sharp'
import { makeRenditions } from '@/lib/server/reviews/pictures/renditions'

const text = 'a-secret-in-the-metadata'
const noise = Buffer.from(Array.from({ length: 40 * 30 * 3 }, (_, at) => (at * 7919) % 256))

/** 40 x 30 pixels of noise with EXIF, XMP and a colour profile, and a text behind the end. */
async function fileOf(code: (picture: Sharp) => Sharp, orientation = 1) {
  const picture = sharp(noise, { raw: { width: 40, height: 30, channels: 3 } })
    .withMetadata({ orientation })
    .withIccProfile('p3')
    .withExifMerge({ IFD0: { ImageDescription: text } })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${text}</x:xmpmeta>`)
  const bytes = await code(picture).toBuffer()
  return new Uint8Array(Buffer.concat([bytes, Buffer.from(text)]))
}

const pixelsOf = (bytes: Uint8Array) => sharp(bytes).raw().toBuffer()

const formats: [string, (picture: Sharp) => Sharp][] = [
  ['png', (picture) => picture.png()],
  ['jpeg', (picture) => picture.jpeg()],
  ['jpeg', (picture) => picture.jpeg({ progressive: true })],
  ['webp', (picture) => picture.webp()],
  ['webp', (picture) => picture.webp({ lossless: true })],
]

for (const [index, [format, code]] of formats.entries())
  test(`the original of a ${format} (${index}) keeps its pixels and profile, and says nothing`, async () => {
    const sent = await fileOf(code)
    expect(Buffer.from(sent).includes(text)).toBe(true)
    const type = `image/${format}`
    const made = await makeRenditions({ file: new Blob([sent]), type, width: 40, height: 30 })
    expect(await pixelsOf(made.bytes.original)).toEqual(await pixelsOf(sent))
    const { icc, exif, xmp } = await sharp(made.bytes.original).metadata()
    expect([icc !== undefined, exif, xmp]).toEqual([true, undefined, undefined])
    for (const bytes of Object.values(made.bytes))
      expect(Buffer.from(bytes).includes(text)).toBe(false)
  })

test('a picture that its metadata turns is turned before they go', async () => {
  const sent = await fileOf((picture) => picture.jpeg(), 6)
  const made = await makeRenditions({
    file: new Blob([sent]),
    type: 'image/jpeg',
    width: 40,
    height: 30,
  })
  expect([made.width, made.height]).toEqual([30, 40])
  for (const bytes of Object.values(made.bytes)) {
    const { width, height, exif } = await sharp(bytes).metadata()
    expect([width, height, exif]).toEqual([30, 40, undefined])
  }
})

test('no cut or garbled file brings the strippers down', async () => {
  for (const [, code] of formats) {
    const sent = await fileOf(code)
    for (let end = 20; end < sent.length; end += 97) {
      const garbled = sent.slice(0, end).map((byte, at) => (at % 61 === 60 ? 255 : byte))
      const made = await makeRenditions({
        file: new Blob([garbled]),
        type: 'image/jpeg',
        width: 40,
        height: 30,
      }).catch((error) => error.code)
      expect(made === 'unsupported_media' || made.width === 40).toBe(true)
    }
  }
})
