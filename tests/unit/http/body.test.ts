import { expect, test } from '@playwright/test'
import { readBody } from '@/lib/server/http/body'

const bodyOf = (source: UnderlyingDefaultSource<Uint8Array>) =>
  new Request('http://localhost/api/assets', {
    method: 'POST',
    body: new ReadableStream(source),
    ...{ duplex: 'half' },
  })

test('a body that never ends is ended, and its sender is told to stop', async () => {
  let isStopped = false
  const endless = bodyOf({
    start: (controller) => controller.enqueue(new Uint8Array(10)),
    cancel() {
      isStopped = true
    },
  })
  const read = readBody(endless, 1_000, 1)
  await expect(read).rejects.toMatchObject({ code: 'invalid_request' })
  expect(isStopped).toBe(true)
})

test('a body of many parts is read whole', async () => {
  const parts = bodyOf({
    start(controller) {
      for (let count = 0; count < 3; count++) controller.enqueue(new Uint8Array(10))
      controller.close()
    },
  })
  expect(await readBody(parts, 1_000, 60_000)).toHaveLength(30)
})
