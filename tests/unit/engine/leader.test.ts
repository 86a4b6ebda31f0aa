import { expect, test } from '@playwright/test'
import { followLeadership } from '@/lib/engine/leader'
import { fakeGlobals, restoreGlobalsAfterEach } from '../../fixtures/fake-globals'

restoreGlobalsAfterEach()

type Holder = { release: () => void; depose: () => void }

/** Web Locks of one name, as far as the leader uses them. */
function fakeLocks() {
  let holder: Holder | undefined
  const waiting: (() => void)[] = []

  function grant(
    work: () => Promise<unknown>,
    resolve: (value: unknown) => void,
    reject: (error: unknown) => void,
  ) {
    const own: Holder = {
      release() {
        if (holder === own) holder = undefined
        if (!holder) waiting.shift()?.()
      },
      depose: () => reject(new DOMException('stolen', 'AbortError')),
    }
    holder = own
    void work().then((value) => {
      own.release()
      resolve(value)
    })
  }

  return {
    request(_name: string, ...args: unknown[]) {
      const work = args.at(-1)
      const steals = args.length > 1
      return new Promise((resolve, reject) => {
        const start = () =>
          grant(async () => (typeof work === 'function' ? work() : undefined), resolve, reject)
        if (steals) holder?.depose()
        if (steals || !holder) start()
        else waiting.push(start)
      })
    },
  }
}

/** One tab, open until stopped; `document` says whether it opens in front. */
function openTab(hidden: boolean) {
  const seen = { leads: false }
  fakeGlobals({ document: Object.assign(new EventTarget(), { hidden }) })
  const stop = followLeadership((leads) => {
    seen.leads = leads
  })
  return { seen, stop }
}

test.beforeEach(() => {
  fakeGlobals({ navigator: { locks: fakeLocks() } })
})

test('a tab that opens in front leads at once, though another tab leads', async () => {
  const first = openTab(false)
  await expect.poll(() => first.seen.leads).toBe(true)
  const second = openTab(false)
  await expect.poll(() => second.seen.leads).toBe(true)
  await expect.poll(() => first.seen.leads).toBe(false)
  second.stop()
  first.stop()
})

test('a tab that opens behind waits until the leader closes', async () => {
  const first = openTab(false)
  await expect.poll(() => first.seen.leads).toBe(true)
  const behind = openTab(true)
  expect(behind.seen.leads).toBe(false)
  first.stop()
  await expect.poll(() => behind.seen.leads).toBe(true)
  behind.stop()
})
