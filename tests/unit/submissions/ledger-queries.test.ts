import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { ledgerArchive } from '@/lib/server/jobs/archive-db'
import { jobWith } from '../../fixtures/record'
import { newLedger, purchase, storeOf, submissionAt } from '../../fixtures/server/ledger'

const now = Date.parse('2026-10-09T10:00:00Z')
const idOf = (index: number) => `7d5c7a0e-1111-4111-8111-${String(index).padStart(12, '0')}`

/** A ledger with an accepted submission, and a count of the statements that a task sends. */
async function scene() {
  const ledger = await newLedger()
  const store = storeOf(ledger.db, () => now, { day: 10_000_000, visitor: 1_000_000 })
  const archive = ledgerArchive(
    {
      mode: 'krea',
      instance: randomUUID(),
      database: async () => ledger.db,
      status: async () => ({ storage: 'memory', problem: null }),
    },
    () => now,
  )
  const job = jobWith({ id: idOf(1) })
  const key = randomUUID()
  await store.claim(key, submissionAt(now), purchase())
  await store.accept(key, job)
  const count = async (task: () => Promise<unknown>) => {
    ledger.queries.length = 0
    await task()
    return ledger.queries.length
  }
  return { ...ledger, store, archive, job, key, count }
}

test('a submission costs an embedded ledger few statements, with the limits of day and visitor', async () => {
  const { store, count, close } = await scene()
  const key = randomUUID()
  const claim = await count(() => store.claim(key, submissionAt(now), purchase()))
  const accept = await count(() => store.accept(key, jobWith({ id: idOf(2) })))
  const again = await count(() => store.claim(key, submissionAt(now), purchase()))
  // The row; then the lock of the budget and the sums, or the row that is there.
  expect({ claim, accept, again }).toEqual({ claim: 3, accept: 1, again: 2 })
  await close()
})

test('a hundred jobs that are read together cost the ledger one statement', async () => {
  const { archive, count, close } = await scene()
  const ids = Array.from({ length: 100 }, (_, index) => idOf(index))
  expect(await count(() => archive.find(ids))).toBe(1)
  await close()
})

test('the end of a job costs the ledger one statement', async () => {
  const { archive, job, count, close } = await scene()
  const ended = jobWith({ ...job, status: 'completed', phase: 'succeeded' })
  expect(await count(() => archive.recordEnd(ended))).toBe(1)
  await close()
})
