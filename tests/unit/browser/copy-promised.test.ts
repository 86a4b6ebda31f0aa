import { expect, test } from '@playwright/test'
import { copyPromised } from '@/lib/browser/copy-promised'
import { fakeGlobals, restoreGlobalsAfterEach } from '../../fixtures/fake-globals'

restoreGlobalsAfterEach()

class FakeClipboardItem {
  constructor(readonly parts: Record<string, Promise<Blob>>) {}
}

test('the copying begins within the click, before the text is there', async () => {
  const written: FakeClipboardItem[] = []
  const write = async ([item]: FakeClipboardItem[]) => {
    if (item) written.push(item)
    await item?.parts['text/plain']
  }
  fakeGlobals({ ClipboardItem: FakeClipboardItem })
  fakeGlobals({ navigator: { clipboard: { write } } })

  let make: (text: string) => void = () => undefined
  const copied = copyPromised(
    new Promise((resolve) => {
      make = resolve
    }),
  )
  expect(written).toHaveLength(1)
  make('a link')
  expect(await copied).toBe(true)
  expect(await (await written[0]?.parts['text/plain'])?.text()).toBe('a link')
})

test('a text that cannot be made is no copy', async () => {
  const write = async ([item]: FakeClipboardItem[]) => void (await item?.parts['text/plain'])
  fakeGlobals({ ClipboardItem: FakeClipboardItem })
  fakeGlobals({ navigator: { clipboard: { write } } })
  await expect(copyPromised(Promise.reject(new Error('not loaded')))).rejects.toThrow('not loaded')
})
