import 'server-only'
import type { Job } from '@/lib/contract/jobs'
import { createListReads } from './list-reads'
import { createReadPace } from './read-pace'
import { createReadTurns, type ReadKind } from './read-turns'
import {
  createWaitingReads,
  type Interest,
  type ReadClient,
  type WaitingRead,
} from './waiting-reads'

/** From here on, one page of Krea's list costs less than single reads. */
const minPerPage = 3

type Clock = { now: () => number; wait: (ms: number) => Promise<void> }

export type PacedReads = ReturnType<typeof createPacedReads>

const always: Interest = { asker: '', isKnown: true, isWanted: () => true }

/**
 * Reads the jobs of one upstream at a steady pace, fair between askers. Reads that wait for the next slot
 * share one page of Krea's list. Ids that are not known never hold up those that are.
 */
export function createPacedReads({ now, wait }: Clock) {
  let isRunning = false
  const waiting = createWaitingReads(() => {
    if (!isRunning) void run()
  })
  const turns = createReadTurns()
  const pace = createReadPace(now)
  const list = createListReads(waiting, now)

  async function run() {
    isRunning = true
    // Reads that start in this very moment share a page.
    await Promise.resolve()
    for (waiting.rejectUnwanted(); !waiting.isEmpty(); waiting.rejectUnwanted()) {
      const pause = pace.pauseMs(waiting.isUrgent())
      if (pause > 0) {
        await wait(pause)
        continue
      }
      pace.noteRead()
      readNext()
    }
    isRunning = false
  }

  function readNext(): void {
    if (waiting.count('new') < minPerPage) waiting.move('new', 'single')
    list.beginOlder()
    const single = waiting.list('single')
    const due: Record<ReadKind, WaitingRead[]> = {
      page: waiting.list('new'),
      known: single.filter(({ isKnown }) => isKnown),
      older: waiting.list('older'),
      unknown: single.filter(({ isKnown }) => !isKnown),
    }
    const kind = turns.nextKind((one) => due[one].length > 0)
    switch (kind) {
      case 'page':
        return void list.readNewest(waiting.remove(due.page))
      case 'older':
        return void list.readOlder(waiting.remove(due.older))
      case 'known':
      case 'unknown':
        return void readSingle(waiting.remove(turns.first(due[kind])))
      default:
        kind satisfies null
    }
  }

  async function readSingle([read]: WaitingRead[]) {
    if (read) await read.client.getJob(read.id).then(read.resolve, read.reject)
  }

  const read = (client: ReadClient, id: string, interest: Interest = always): Promise<Job> =>
    new Promise((resolve, reject) =>
      waiting.add({ ...interest, client, id, resolve, reject }, 'new'),
    )

  return { read }
}
