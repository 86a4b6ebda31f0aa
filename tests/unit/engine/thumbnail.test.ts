import { expect, test } from '@playwright/test'
import { makeThumbnail } from '@/lib/engine/pictures/thumbnail'
import { fakeGlobals, restoreGlobalsAfterEach } from '../../fixtures/fake-globals'

restoreGlobalsAfterEach()

/** A canvas that writes only these types, and a PNG for any other, as the standard says. */
function useCanvas(written: string[], alpha: number) {
  class FakeCanvas {
    constructor(
      readonly width: number,
      readonly height: number,
    ) {}
    getContext() {
      const pixels = this.width * this.height
      const data = Array.from({ length: pixels * 4 }, (_, at) => (at % 4 === 3 ? alpha : 0))
      return { drawImage() {}, getImageData: () => ({ data }) }
    }
    convertToBlob({ type }: { type: string }) {
      return Promise.resolve(new Blob(['x'], { type: written.includes(type) ? type : 'image/png' }))
    }
  }
  fakeGlobals({ OffscreenCanvas: FakeCanvas })
}

const typeOfThumbnail = async () => {
  const bitmap = { width: 8, height: 6, close() {} }
  return (await makeThumbnail(bitmap)).type
}

test('a thumbnail is a WebP where the browser writes it', async () => {
  useCanvas(['image/webp', 'image/jpeg'], 255)
  expect(await typeOfThumbnail()).toBe('image/webp')
})

test('where the browser writes no WebP, it is a JPEG, or a PNG of what is transparent', async () => {
  useCanvas(['image/jpeg'], 255)
  expect(await typeOfThumbnail()).toBe('image/jpeg')
  useCanvas(['image/jpeg'], 254)
  expect(await typeOfThumbnail()).toBe('image/png')
})
