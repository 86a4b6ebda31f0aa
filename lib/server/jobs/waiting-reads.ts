import 'server-only'
import type { Job } from '@/lib/contract/jobs'
import type { KreaClient } from '@/lib/krea/client'

export type Interest = {
  /** Askers take turns. */
  asker: string
  /** Whether the job was made here or seen at Krea before: then it is looked for further back. */
  isKnown: boolean
  /** Right after a change: not spaced from the read before. */
  isUrgent?: boolean
  /** A read that nobody waits for any more is forgotten. */
  isWanted: () => boolean
}

export type ReadClient = Pick<KreaClient, 'getJob' | 'listJobs'>

export type WaitingRead = Interest & {
  client: ReadClient
  id: string
  resolve: (job: Job) => void
  reject: (error: unknown) => void
}

/** `older` waits for older pages of the list, `next` for their reading to begin anew. */
export type Stage = 'new' | 'next' | 'older' | 'single'

export type WaitingReads = ReturnType<typeof createWaitingReads>

/** The reads that wait for a slot, each in one stage. `onAdd` starts whoever serves them. */
export function createWaitingReads(onAdd: () => void) {
  const stages: Record<Stage, Set<WaitingRead>> = {
    new: new Set(),
    next: new Set(),
    older: new Set(),
    single: new Set(),
  }
  const all = () => Object.values(stages).flatMap((stage) => [...stage])

  function remove(reads: WaitingRead[]): WaitingRead[] {
    for (const stage of Object.values(stages)) for (const read of reads) stage.delete(read)
    return reads
  }

  return {
    add(read: WaitingRead, stage: Stage): void {
      stages[stage].add(read)
      onAdd()
    },

    isEmpty: () => Object.values(stages).every(({ size }) => size === 0),
    isUrgent: () => all().some(({ isUrgent, isKnown }) => isUrgent && isKnown),
    count: (stage: Stage) => stages[stage].size,
    list: (stage: Stage) => [...stages[stage]],

    move(from: Stage, to: Stage): void {
      for (const read of stages[from]) stages[to].add(read)
      stages[from].clear()
    },

    /** They are about to be read. */
    remove,

    rejectUnwanted(): void {
      const unwanted = all().filter(({ isWanted }) => !isWanted())
      for (const { reject } of remove(unwanted))
        reject(new Error('nobody waits for this read any more'))
    },
  }
}
