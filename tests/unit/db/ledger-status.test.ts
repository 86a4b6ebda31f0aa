import { mock } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { ledgerEndedSessions } from '@/lib/server/access/ended-sessions-db'
import { createLedger } from '@/lib/server/db/connection'
import { readEnv } from '@/lib/server/env'

test.beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }))
test.afterEach(() => mock.timers.reset())

const never = () => new Promise<never>(() => undefined)
const env = readEnv({ DATABASE_URL: 'postgres://nobody@localhost/nothing' })

const waits: [what: string, ms: number, wait: () => Promise<unknown>, end: unknown][] = [
  [
    'the state of the ledger',
    2_000,
    () => createLedger(env, () => 0, never).status(),
    { storage: 'closed', problem: 'Its database does not answer.' },
  ],
  [
    'whether a session has ended',
    1_000,
    () => ledgerEndedSessions(never, () => 0).has('one'),
    false,
  ],
]

for (const [what, ms, wait, end] of waits)
  test(`health waits ${ms / 1_000} s, and no longer, for ${what} of a database that says nothing`, async () => {
    const answers: unknown[] = []
    void wait().then((answer) => answers.push(answer))
    await setImmediate()
    mock.timers.tick(ms - 1)
    await setImmediate()
    expect(answers).toEqual([])
    mock.timers.tick(1)
    await setImmediate()
    expect(answers).toEqual([end])
  })
