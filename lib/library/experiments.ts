import type { Definition } from '../experiment/definition'
import { noVerdicts, type Verdicts } from '../experiment/judge/verdicts'
import { type StoredExperiment, storedExperimentSchema } from '../experiment/stored-experiment'
import { uuid7 } from '../record/uuid'
import { changes } from './changes'
import { database } from './database'

/** Every experiment, the newest first. One that cannot be read stays in the store, unseen. */
export async function readExperiments(): Promise<StoredExperiment[]> {
  const values: unknown[] = await (await database()).getAll('experiments')
  return values
    .flatMap((value) => storedExperimentSchema.safeParse(value).data ?? [])
    .sort((a, b) => b.createdAt - a.createdAt)
}

export async function readExperiment(id: string): Promise<StoredExperiment | undefined> {
  const value: unknown = await (await database()).get('experiments', id)
  return storedExperimentSchema.safeParse(value).data
}

/**
 * Writes a definition: a new experiment, or a change of one. Verdicts and the time it was made stay.
 * @returns the id, which a definition without one is given
 */
export async function saveDefinition(definition: Definition, now: number): Promise<string> {
  const id = definition.id ?? uuid7(now)
  await change(id, (before) => ({
    id,
    createdAt: before?.createdAt ?? now,
    definition: { ...definition, id },
    verdicts: before?.verdicts ?? noVerdicts,
  }))
  return id
}

/** Changes the verdicts of an experiment; does nothing for one that is gone. */
export const changeVerdicts = (id: string, edit: (verdicts: Verdicts) => Verdicts): Promise<void> =>
  change(id, (before) => before && { ...before, verdicts: edit(before.verdicts) })

/** Adds experiments of a backup; those that are here keep their definition and verdicts. */
export async function addMissingExperiments(experiments: StoredExperiment[]): Promise<void> {
  const { store, done } = (await database()).transaction('experiments', 'readwrite')
  const known = new Set(await store.getAllKeys())
  const missing = experiments.filter(({ id }) => !known.has(id))
  await Promise.all([...missing.map((experiment) => store.put(experiment)), done])
  for (const { id } of missing) changes.emit({ kind: 'experiments', id })
}

/** Removes an experiment; its pictures stay in the gallery. */
export async function removeExperiment(id: string): Promise<void> {
  await (await database()).delete('experiments', id)
  changes.emit({ kind: 'experiments', id })
}

async function change(
  id: string,
  edit: (before: StoredExperiment | undefined) => StoredExperiment | undefined,
): Promise<void> {
  const { store, done } = (await database()).transaction('experiments', 'readwrite')
  const after = edit(storedExperimentSchema.safeParse(await store.get(id)).data)
  await Promise.all([after && store.put(after), done])
  changes.emit({ kind: 'experiments', id })
}
