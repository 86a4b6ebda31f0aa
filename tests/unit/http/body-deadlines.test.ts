import { mock } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import * as z from 'zod/mini'
import { readJson } from '@/lib/server/http/body'
import { readPicture } from '@/lib/server/pictures/upload'

// `AbortSignal.timeout` is no timer that can be mocked, so its place is taken for the length of a test.
test.afterEach(() => mock.restoreAll())

/** Ends the wait of a read by hand, and says for how long it would have waited. */
function takeTimeout() {
  const waits: { ms: number; end: () => void }[] = []
  mock.method(AbortSignal, 'timeout', (ms: number) => {
    const controller = new AbortController()
    waits.push({ ms, end: () => controller.abort(new Error('too late')) })
    return controller.signal
  })
  return waits
}

const silent = (type: string) =>
  new Request('http://localhost/api/jobs', {
    method: 'POST',
    headers: { 'Content-Type': type },
    body: new ReadableStream(),
    ...{ duplex: 'half' },
  })

const reads: [what: string, seconds: number, read: () => Promise<unknown>][] = [
  ['a body of JSON', 30, () => readJson(silent('application/json'), z.json())],
  ['an upload', 90, () => readPicture(silent('multipart/form-data; boundary=x'))],
]

for (const [what, seconds, read] of reads)
  test(`${what} has ${seconds} s to arrive`, async () => {
    const waits = takeTimeout()
    const outcome = expect(read()).rejects.toMatchObject({ code: 'invalid_request' })
    await setImmediate()
    expect(waits.map(({ ms }) => ms)).toEqual([seconds * 1_000])
    waits[0]?.end()
    await outcome
  })
