import { createJobEvents } from './job-events'
import { createRunner, type RunnerOptions } from './runner'

type Options = RunnerOptions & {
  /** Calls back when this tab becomes the leader, and when it no longer is. @returns how to stop */
  followLeadership: (onChange: (leads: boolean) => void) => () => void
}

export type Engine = ReturnType<typeof createEngine>

/**
 * Brings unfinished records to their end, and emits events about their jobs. The leading tab works for all tabs; each
 * tab emits all events.
 */
export function createEngine(options: Options) {
  const runner = createRunner(options)
  const events = createJobEvents(options)
  let stopRunner: (() => void) | undefined

  /** @returns how to stop */
  function start(): () => void {
    const stopEvents = events.start()
    const stopFollowing = options.followLeadership((leads) => {
      stopRunner?.()
      stopRunner = leads ? runner.start() : undefined
    })
    return () => {
      stopFollowing()
      stopRunner?.()
      stopRunner = undefined
      stopEvents()
    }
  }

  return { start, on: events.on, running: runner.running, isLeader: () => stopRunner !== undefined }
}
