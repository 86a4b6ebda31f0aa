import { expect, test } from '@playwright/test'
import openapi from '@/lib/catalog/openapi.json'
import { readCatalog } from '@/lib/catalog/read'
import { guestOf, guestProblem } from '@/lib/guest'

const models = readCatalog(openapi)
const budget = { leftToday: null, leftForYou: null, renewsAt: '', pass: null }
const pass = { name: 'Anna', expiresAt: null, models: null }

test('a guest has what is left on the pass, whatever is left of the day for everyone', () => {
  expect(guestOf({ ...budget, leftForYou: 1 })).toBeNull()
  expect(guestOf({ ...budget, leftForYou: 1, pass })).toMatchObject({ name: 'Anna', dollars: 1 })
  expect(guestOf({ ...budget, leftForYou: 1, leftToday: 0, pass })).toMatchObject({
    dollars: 1,
  })
})

test('a guest is told once when nothing can be made: the pass is spent, or ended', () => {
  const guest = { kind: 'open', name: 'Anna', expiresAt: null } as const
  expect(guestProblem(null, models)).toBeNull()
  expect(guestProblem({ ...guest, dollars: 1 }, models)).toBeNull()
  expect(guestProblem({ ...guest, dollars: 0 }, models)).toContain('used up')
  expect(guestProblem({ ...guest, dollars: 0.0001 }, models)).toContain('used up')
  expect(guestProblem({ kind: 'ended', problem: 'Revoked.' }, models)).toBe('Revoked.')
})
