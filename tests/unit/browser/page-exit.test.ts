import { expect, test } from '@playwright/test'
import { watchPageExit } from '@/lib/browser/page-exit'

/** What is called at once, and what the clock would call. */
function open() {
  const page = new EventTarget()
  const timers: (() => void)[] = []
  const wait = watchPageExit(page, (_ms, run) => timers.push(run))
  const heard: string[] = []
  return {
    leave: (type: 'beforeunload' | 'pagehide') => page.dispatchEvent(new Event(type)),
    comeBack: () => page.dispatchEvent(new Event('pageshow')),
    passTime() {
      for (const run of timers) run()
    },
    heard,
    async fail(name: string) {
      void wait().then(() => heard.push(name))
      await new Promise((done) => setImmediate(done))
      return heard
    },
  }
}

test('a failure in a page that stays is heard at once', async () => {
  expect(await open().fail('cut')).toEqual(['cut'])
})

for (const type of ['beforeunload', 'pagehide'] as const)
  test(`a request that is cut after ${type} is not heard to fail while the page goes`, async () => {
    const page = open()
    page.leave(type)
    expect(await page.fail('cut')).toEqual([])
  })

test('in a page that stays after all, or comes back, it is heard then', async () => {
  const [staying, returning] = [open(), open()]
  for (const page of [staying, returning]) {
    page.leave('beforeunload')
    expect(await page.fail('cut')).toEqual([])
  }
  staying.passTime()
  returning.comeBack()
  expect(await staying.fail('next')).toEqual(['cut', 'next'])
  expect(await returning.fail('next')).toEqual(['cut', 'next'])
})
