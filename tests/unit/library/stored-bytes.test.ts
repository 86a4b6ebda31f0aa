import { expect, test } from '@playwright/test'
import { packBlob, toBlob } from '@/lib/library/storage/stored-bytes'

test('a picture that was stored without a blob is read back as the same blob', async () => {
  const picture = new Blob(['bytes of a picture'], { type: 'image/webp' })
  const back = toBlob(await packBlob(picture))
  expect(back.type).toBe('image/webp')
  expect(await back.text()).toBe('bytes of a picture')
})

test('a blob is read back as it is', () => {
  const picture = new Blob(['x'])
  expect(toBlob(picture)).toBe(picture)
})
