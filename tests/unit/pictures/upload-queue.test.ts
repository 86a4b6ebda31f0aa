import { expect, test } from '@playwright/test'
import { createUploadQueue } from '@/lib/server/pictures/upload-queue'

function scene() {
  const run = createUploadQueue()
  const running: { address: string; end: () => void }[] = []
  const upload = (address: string) =>
    run(address, () => new Promise<void>((end) => running.push({ address, end })))
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  return { running, upload, settle }
}

test('few uploads run at once, and one address leaves slots to others', async () => {
  const { running, upload, settle } = scene()
  const all = ['a', 'a', 'a', 'a', 'b', 'b', 'c'].map(upload)
  await settle()
  expect(running.map(({ address }) => address)).toEqual(['a', 'a', 'b', 'b'])
  running[0]?.end()
  await settle()
  expect(running.map(({ address }) => address)).toEqual(['a', 'a', 'b', 'b', 'a'])
  for (let index = 1; index < all.length; index++) {
    running[index]?.end()
    await settle()
  }
  await Promise.all(all)
})

test('an upload that fails gives its slot back', async () => {
  const run = createUploadQueue()
  const fail = () => run('a', () => Promise.reject(new Error('broken')))
  for (let count = 0; count < 10; count++) await expect(fail()).rejects.toThrow('broken')
})

test('beyond a bound nobody waits, and others still do', async () => {
  const { upload, settle } = scene()
  const own = Array.from({ length: 22 }, () => upload('a'))
  await settle()
  await expect(upload('a')).rejects.toMatchObject({ code: 'rate_limited', retryAfterMs: 2_000 })
  const other = upload('b')
  await settle()
  expect(own).toHaveLength(22)
  await expect(Promise.race([other, Promise.resolve('waits')])).resolves.toBe('waits')
})
