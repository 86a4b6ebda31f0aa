import { createStore } from '@/lib/browser/create-store'
import { createEngine } from '@/lib/engine/engine'
import type { JobEvent } from '@/lib/engine/job-events'
import type { StorageState } from '@/lib/library/changes'
import type { QueueBackoff } from '@/lib/record/queue'
import { fakeLibrary } from './fake-library'

/** Lets everything that waits for nothing but promises happen. */
export const flush = () => new Promise<void>((resolve) => setImmediate(resolve))

/** An engine on a library in memory and a clock that moves only when told. */
export function engineScene(library = fakeLibrary()) {
  const log: string[] = []
  const errors: unknown[] = []
  const timers = new Map<() => void, number>()
  const storage = createStore<StorageState>({ full: false, waiting: [] })
  const backoff = createStore<QueueBackoff>({ untilMs: 0, refusals: 0 })
  const maxConcurrent = createStore(8)
  let time = 0
  let setLeader: (leads: boolean) => void = () => undefined
  const act = (name: string) => async (id: string) => {
    log.push(`${name} ${id}`)
    if (id.startsWith('broken')) throw new Error(`${id} is broken`)
  }

  const engine = createEngine({
    ...library,
    actions: {
      submit: act('submit'),
      savePicture: act('save'),
      savePreviews: act('previews'),
      startWaiting: async () => void log.push('startWaiting'),
    },
    storage,
    backoff,
    maxConcurrent,
    now: () => time,
    after(ms, run) {
      timers.set(run, time + ms)
      return () => void timers.delete(run)
    },
    onError: (error) => errors.push(error),
    followLeadership(onChange) {
      setLeader = onChange
      return () => onChange(false)
    },
  })

  /** Moves the clock, runs the timers that are due, and waits for their work. */
  async function advance(ms: number): Promise<void> {
    await flush()
    time += ms
    for (const [run, at] of [...timers]) if (at <= time && timers.delete(run)) run()
    await flush()
  }

  function logEvents(...names: JobEvent[]): string[] {
    const events: string[] = []
    for (const name of names) engine.on(name, ({ id }) => events.push(`${name} ${id}`))
    return events
  }

  const lead = async (leads = true) => {
    setLeader(leads)
    await advance(0)
  }
  return { engine, library, log, errors, storage, backoff, advance, logEvents, lead }
}
