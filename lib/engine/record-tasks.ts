import type { StorageState } from '../library/changes'
import { isRetryable } from '../record/failure-card'
import type { Failure, GalleryRecord } from '../record/record'

/** Work on a record. It runs once for as long as its `key` stays due. */
export type Task = { key: string; afterMs: number; run: () => Promise<unknown> }

/** The engine's work on one record. */
export type TaskActions = {
  submit: (id: string) => Promise<unknown>
  savePicture: (id: string) => Promise<unknown>
  savePreviews: (id: string) => Promise<unknown>
}

const saveAgainMs = 30_000

/** The work that is due for a record. It depends on the record and the storage alone. */
export function tasksFor(
  record: GalleryRecord,
  storage: StorageState,
  { submit, savePicture, savePreviews }: TaskActions,
): Task[] {
  const { id, state, previews, startedAt } = record
  const previewTasks: Task[] =
    previews.length > 0
      ? [{ key: `previews ${previews.length}`, afterMs: 0, run: () => savePreviews(id) }]
      : []
  switch (state.kind) {
    case 'submitting':
      // A full storage could not take the answer.
      return storage.full
        ? []
        : [{ key: `submit ${startedAt ?? ''}`, afterMs: 0, run: () => submit(id) }]
    case 'running':
      // Its poller reads the job.
      return previewTasks
    case 'saving': {
      const { problem } = state
      if (storage.waiting.includes(id) || !mayWork(problem)) return previewTasks
      const afterMs = problem ? saveAgainMs : 0
      const save = { key: `save ${problem?.at ?? ''}`, afterMs, run: () => savePicture(id) }
      return [...previewTasks, save]
    }
    case 'waiting':
    case 'done':
    case 'failed':
    case 'cancelled':
      return []
    default:
      return state satisfies never
  }
}

/** `internal`: this browser could not write it. Firefox refuses one write after another that did not fit. */
const mayWork = (problem: Failure | null): boolean =>
  problem === null || problem.code === 'internal' || isRetryable(problem)
