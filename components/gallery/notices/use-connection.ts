import { useSyncExternalStore } from 'react'
import { createStore } from '@/lib/browser/create-store'

/** Ids of the jobs whose last read failed. The jobs themselves go on. */
const lost = createStore<ReadonlySet<string>>(new Set())

export function setConnectionLost(jobId: string, isLost: boolean): void {
  if (lost.read().has(jobId) === isLost) return
  const others = [...lost.read()].filter((id) => id !== jobId)
  lost.write(new Set(isLost ? [...others, jobId] : others))
}

export const useConnectionLost = (jobId: string | undefined): boolean =>
  useSyncExternalStore(
    lost.subscribe,
    () => jobId !== undefined && lost.read().has(jobId),
    () => false,
  )
