import type { Task } from './record-tasks'

/** Runs something later. @returns how to cancel it */
export type After = (ms: number, run: () => void) => () => void

/** Runs the tasks of each record. A failing task costs only itself. */
export function createTaskSchedule(after: After, onError: (error: unknown) => void) {
  const scheduled = new Map<string, Map<string, () => void>>()

  /** Starts the tasks that are new, and cancels those that are due no more and have not begun. */
  function set(id: string, tasks: Task[]): void {
    const before = scheduled.get(id) ?? new Map<string, () => void>()
    const now = new Map<string, () => void>()
    for (const { key, afterMs, run } of tasks)
      now.set(key, before.get(key) ?? after(afterMs, () => void start(run)))
    for (const [key, cancel] of before) if (!now.has(key)) cancel()
    if (now.size > 0) scheduled.set(id, now)
    else scheduled.delete(id)
  }

  const start = (run: Task['run']) => Promise.resolve().then(run).catch(onError)

  function clear(): void {
    for (const id of [...scheduled.keys()]) set(id, [])
  }

  return { set, clear }
}
