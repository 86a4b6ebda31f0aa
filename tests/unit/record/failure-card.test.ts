import { expect, test } from '@playwright/test'
import type { errorTable } from '@/lib/contract/errors'
import { failureCard, type Remedy } from '@/lib/record/failure-card'
import type { Failure } from '@/lib/record/record'

const failure = (code: string, rest: Partial<Failure> = {}): Failure => ({
  code,
  message: 'It did not work',
  charged: 'no',
  at: 1_000_000,
  ...rest,
})

const remedies: Record<keyof typeof errorTable, Remedy['kind']> = {
  invalid_request: 'edit',
  invalid_input: 'edit',
  unknown_model: 'edit',
  not_found: 'look-again',
  locked: 'unlock',
  wrong_password: 'unlock',
  forbidden: 'look-again',
  budget_exceeded: 'retry',
  review_ended: 'retry',
  review_closed: 'retry',
  pick_limit: 'retry',
  krea_balance_empty: 'top-up',
  krea_token_rejected: 'look-again',
  model_retired: 'edit',
  too_large: 'edit',
  unsupported_media: 'edit',
  rate_limited: 'wait',
  submit_unknown: 'look-again',
  unavailable: 'retry',
  krea_unavailable: 'retry',
  krea_timeout: 'look-again',
  krea_bad_answer: 'look-again',
  internal: 'look-again',
}

test('the remedy for a retired model is the one that Krea names in its place', () => {
  const replacement = 'image/krea/krea-2/large'
  expect(failureCard(failure('model_retired', { replacement }), true).remedy).toEqual({
    kind: 'replace',
    model: replacement,
  })
})

for (const [code, kind] of Object.entries(remedies))
  test(`${code} is helped by: ${kind}`, () => {
    expect(failureCard(failure(code), true).remedy.kind).toBe(kind)
  })

test('a webhook that was refused is edited where it is set', () => {
  const refused = failure('invalid_request', { field: 'webhookUrl' })
  expect(failureCard(refused, false).remedy).toEqual({ kind: 'edit-webhook' })
})

test('nothing can be looked for when no job was accepted', () => {
  expect(failureCard(failure('krea_timeout'), false).remedy).toEqual({ kind: 'retry' })
  expect(failureCard(failure('not_found'), false).remedy).toEqual({ kind: 'retry' })
  expect(failureCard(failure('krea_bad_answer'), false).remedy).toEqual({ kind: 'retry' })
  expect(failureCard(failure('internal'), false).remedy).toEqual({ kind: 'retry' })
})

test('once it is unlocked, a request that may have been sent is looked for, another one is sent', () => {
  const nextOf = (charged: Failure['charged']) =>
    failureCard(failure('locked', { charged }), false).remedy
  expect(nextOf('no')).toEqual({ kind: 'unlock', at: 1_000_000, next: { kind: 'retry' } })
  expect(nextOf('unknown')).toMatchObject({ next: { kind: 'look-again' } })
  const forbidden = failure('forbidden', { charged: 'unknown' })
  expect(failureCard(forbidden, false).remedy).toEqual({ kind: 'look-again' })
})

test('a wait ends at the time that the server gave, counted from the failure', () => {
  const { remedy } = failureCard(failure('rate_limited', { retryAfterMs: 12_000 }), false)
  expect(remedy).toEqual({ kind: 'wait', untilMs: 1_012_000, waitMs: 12_000 })
})

test('a filtered picture is edited, not repeated', () => {
  const card = failureCard(failure('nsfw', { message: 'NSFW' }), true)
  expect(card).toEqual({
    sentence: 'Krea’s content filter stopped this picture.',
    charged: 'Not charged.',
    remedy: { kind: 'edit' },
  })
})

test('an unknown reason is shown in Krea’s words and can be retried', () => {
  const card = failureCard(failure('gpu_on_fire', { message: 'The GPU is on fire' }), true)
  expect(card.sentence).toBe('The GPU is on fire.')
  expect(card.remedy).toEqual({ kind: 'retry' })
})

test('an empty message still becomes a sentence', () => {
  expect(failureCard(failure('krea_unavailable', { message: '' }), false).sentence).toBe(
    'Krea is unavailable.',
  )
  expect(failureCard(failure('odd', { message: ' ' }), true).sentence).toBe(
    'Krea failed this job: odd.',
  )
})

test('each card says whether it cost anything, short enough for a narrow tile', () => {
  const sentences = (['no', 'yes', 'unknown'] as const).map(
    (charged) => failureCard(failure('failed', { charged }), true).charged,
  )
  expect(sentences).toEqual(['Not charged.', 'Charged.', 'Possibly charged.'])
  expect(sentences.filter(({ length }) => length > 20)).toEqual([])
})

test('a lost job that was looked for in vain says so, and can be sent again', () => {
  const card = failureCard(failure('submit_unknown', { checked: true, charged: 'unknown' }), false)
  expect(card.sentence).toContain('Checked: Krea’s latest jobs do not include it.')
  expect(card.remedy).toEqual({ kind: 'send-again' })
})
