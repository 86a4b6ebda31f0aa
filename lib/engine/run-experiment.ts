import type { Model } from '../catalog/field'
import { idempotencyKey } from '../experiment/cell-key'
import type { PlannedCell } from '../experiment/progress'
import { sourceIdsOf } from '../library/picture-sources'
import { readOpenRecords } from '../library/records'
import { newRecord } from '../record/new-record'
import { type GalleryRecord, jobOf } from '../record/record'
import { cancel } from './follow'
import { dropAll, enterQueueTogether, startWaiting } from './queue-actions'
import { cancelSubmit } from './submit'

/**
 * Puts cells into the queue. Their ids, which are also their Idempotency-Keys, are the experiment's: what was
 * made before, here or in another browser, is not paid again.
 */
export async function runCells(
  experimentId: string,
  cells: PlannedCell[],
  models: Model[],
): Promise<void> {
  const byId = new Map(models.map((model) => [model.id, model]))
  const records = cells.flatMap(({ cell, attempt }): GalleryRecord[] => {
    const model = byId.get(cell.model)
    if (!model || cell.issues.length > 0) return []
    const id = idempotencyKey(experimentId, cell.key, attempt)
    const record = newRecord(model, cell.input, id, Date.now(), sourceIdsOf(cell.input))
    return [{ ...record, experiment: { id: experimentId, cell: cell.key } }]
  })
  await enterQueueTogether(records)
  await startWaiting()
}

const belongsTo = (experimentId: string) => (record: GalleryRecord) =>
  record.experiment?.id === experimentId

/** Takes an experiment's waiting cells out of the queue: nothing of them was sent. */
export const pauseExperiment = (id: string): Promise<void> => dropAll(belongsTo(id))

/** Pauses, and cancels the jobs that are running; what Krea finishes first is kept. */
export async function cancelExperiment(id: string): Promise<void> {
  await pauseExperiment(id)
  const running = (await readOpenRecords()).filter(belongsTo(id))
  await Promise.allSettled(
    running.map((record) => {
      if (record.state.kind === 'submitting') return cancelSubmit(record.id)
      const job = record.state.kind === 'running' ? jobOf(record) : null
      return job ? cancel(record.id, job.id) : undefined
    }),
  )
}
