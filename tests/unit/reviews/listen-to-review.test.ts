import { mock } from 'node:test'
import { expect, test } from '@playwright/test'
import { listenToReview } from '@/components/reviews/listen-to-review'
import { fakeGlobals, restoreGlobalsAfterEach } from '../../fixtures/fake-globals'

restoreGlobalsAfterEach()
test.afterEach(() => mock.timers.reset())

test('while its stream is cut, a page asks every 1.5 s, and no more once the stream is open again', () => {
  const streams: EventTarget[] = []
  class FakeEventSource extends EventTarget {
    static CLOSED = 2
    readyState = 0
    constructor() {
      super()
      streams.push(this)
    }
    close() {}
  }
  const document = Object.assign(new EventTarget(), { hidden: false })
  fakeGlobals({ EventSource: FakeEventSource, document })
  mock.timers.enable({ apis: ['setTimeout'] })
  let reads = 0
  const stop = listenToReview('/events', { onChange: () => reads++, onShown: () => undefined })
  const stream = (event: string) => streams[0]?.dispatchEvent(new Event(event))
  stream('open')
  mock.timers.tick(60_000)
  expect(reads).toBe(0)

  stream('error')
  expect(reads).toBe(1)
  mock.timers.tick(1_499)
  expect(reads).toBe(1)
  mock.timers.tick(1)
  expect(reads).toBe(2)
  mock.timers.tick(1_500)
  expect(reads).toBe(3)

  stream('open')
  mock.timers.tick(60_000)
  expect(reads).toBe(3)
  stop()
})
