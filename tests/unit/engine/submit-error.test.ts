import { expect, test } from '@playwright/test'
import { ApiError } from '@/lib/contract/errors'
import { submitErrorOf } from '@/lib/engine/submit-error'

const away = new ApiError('unavailable', 'The ledger is away.', {
  charged: 'unknown',
  retryAfterMs: 5_000,
})

test('a server that cannot read its ledger: a first request cost nothing, a repeated one may have', () => {
  expect(submitErrorOf(away, false)).toMatchObject({
    code: 'unavailable',
    message: 'The ledger is away.',
    charged: 'no',
    retryAfterMs: 5_000,
  })
  expect(submitErrorOf(away, true)).toMatchObject({ code: 'submit_unknown', charged: 'unknown' })
})

test('what the server knows of the charge is what the page says', () => {
  for (const mayRepeat of [false, true]) {
    const known = new ApiError('unavailable')
    expect(submitErrorOf(known, mayRepeat)).toBe(known)
    const gone = new ApiError('unknown_model', undefined, { charged: 'unknown' })
    expect(submitErrorOf(gone, mayRepeat)).toBe(gone)
  }
})

test('a closed gate does not look for an earlier request: a first one cost nothing, a repeated one may have', () => {
  for (const code of ['locked', 'forbidden'] as const) {
    const refused = new ApiError(code)
    expect(submitErrorOf(refused, false)).toBe(refused)
    expect(submitErrorOf(refused, true)).toMatchObject({ code, charged: 'unknown' })
  }
})
