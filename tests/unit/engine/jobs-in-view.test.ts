import { expect, test } from '@playwright/test'
import { createJobsInView } from '@/lib/engine/jobs-in-view'

type Listener = (event: MessageEvent) => void

/** Tabs of one browser: each hears all but itself. */
function browser() {
  const listeners: { tab: string; listener: Listener }[] = []
  return (tab: string) => {
    const page = { isHidden: false }
    const channel = {
      addEventListener: (_type: string, listener: unknown) => {
        if (typeof listener === 'function')
          listeners.push({ tab, listener: (event) => void listener(event) })
      },
      postMessage: (data: unknown) => {
        for (const one of listeners)
          if (one.tab !== tab) one.listener(new MessageEvent('message', { data }))
      },
    }
    const jobs = createJobsInView({ channel, tab, isHidden: () => page.isHidden })
    return { page, jobs }
  }
}

test('a job in view in one tab is read often by whichever tab reads', () => {
  const open = browser()
  const { jobs: leading } = open('leading')
  const { jobs: other } = open('other')
  const remove = other.add('a')
  expect(leading.has('a')).toBe(true)
  remove()
  expect(leading.has('a')).toBe(false)
})

test('a tab that opens learns of the jobs that are in view in the others', () => {
  const open = browser()
  open('first').jobs.add('a')
  expect(open('second').jobs.has('a')).toBe(true)
})

test('nothing is in view in a hidden tab', () => {
  const { page, jobs } = browser()('only')
  jobs.add('a')
  page.isHidden = true
  jobs.announce()
  expect(jobs.has('a')).toBe(false)
})

test('a job is in view until its last tile has left', () => {
  const { jobs } = browser()('only')
  const remove = jobs.add('a')
  jobs.add('a')
  remove()
  expect(jobs.has('a')).toBe(true)
})
