import { expect, test } from '@playwright/test'
import { jobSettings } from '@/lib/engine/job-settings'
import { fakeGlobals, restoreGlobalsAfterEach } from '../../fixtures/fake-globals'

restoreGlobalsAfterEach()

test('notification and sound are both off until someone turns them on', () => {
  const stored = new Map<string, string>()
  const listeners: ((event: { key: string | null }) => void)[] = []
  fakeGlobals({
    localStorage: { getItem: (key: string) => stored.get(key) ?? null },
    addEventListener: (_: string, listener: (typeof listeners)[number]) => listeners.push(listener),
  })
  expect(jobSettings.read()).toMatchObject({ notify: false, sound: false })

  stored.set('krea-playground:live', '{"mostUnderWay":3}')
  for (const listener of listeners) listener({ key: null })
  expect(jobSettings.read()).toMatchObject({ mostUnderWay: 3, notify: false, sound: false })
})
