import { expect, test } from '@playwright/test'
import { readPicture } from '@/lib/server/pictures/upload'
import { picture, uploadOf } from '../../fixtures/picture'
import { pictureBomb } from '../../fixtures/picture-bomb'

const read = (bytes: Uint8Array<ArrayBuffer>) =>
  readPicture(new Request('http://localhost/api/assets', uploadOf(bytes)))

test('a file without a byte is no picture', async () => {
  await expect(read(new Uint8Array())).rejects.toMatchObject({ code: 'unsupported_media' })
})

test('a picture is known by its header, and one with too many pixels is refused by it', async () => {
  expect(await read(await picture())).toMatchObject({ type: 'image/png', width: 8, height: 6 })
  expect(await read(await pictureBomb(200))).toMatchObject({ width: 200, height: 200 })
  const wide = await read(await pictureBomb(10_001)).catch((error) => error)
  expect(wide).toMatchObject({ code: 'too_large' })
})
