import { expect, test } from '@playwright/test'
import { fromProblem, toProblem } from '@/lib/contract/problem'
import { readComplaint } from '@/lib/krea/complaint'
import { refusalError } from '@/lib/krea/failure'

const messages: [body: unknown, message: string | null][] = [
  [{ error: 'a' }, 'a'],
  [{ error: { message: 'b' } }, 'b'],
  [{ message: 'c' }, 'c'],
  [{ detail: 'd' }, 'd'],
  [{ error: 'a', message: 'c' }, 'a'],
  [{ error: '  ' }, null],
  [{}, null],
  [[], null],
  ['text', null],
  [null, null],
]

for (const [body, message] of messages)
  test(`the message of ${JSON.stringify(body)} is ${message}`, () => {
    expect(readComplaint(JSON.stringify(body)).message).toBe(message)
  })

const fields: [body: unknown, path: string][] = [
  [{ details: [{ path: ['seed'], message: 'm' }] }, 'seed'],
  [{ errors: [{ path: '/style_images/0/strength', msg: 'm' }] }, 'style_images.0.strength'],
  [{ issues: [{ field: 'seed', message: 'm' }] }, 'seed'],
  [{ detail: [{ loc: ['body', 'image_urls', 0], msg: 'm' }] }, 'image_urls.0'],
  [{ error: { issues: [{ path: 'body.seed', message: 'm' }] } }, 'seed'],
  [{ details: [{ instancePath: '/seed', message: 'm' }] }, 'seed'],
  [{ details: [{ path: 'images[1].url', message: 'm' }] }, 'images.1.url'],
  [{ details: [{ message: 'm' }] }, ''],
]

for (const [body, path] of fields)
  test(`the field of ${JSON.stringify(body)} is “${path}”`, () => {
    expect(readComplaint(JSON.stringify(body)).fields).toEqual([{ path, message: 'm' }])
  })

test('HTML, nothing and cut-off JSON say nothing', () => {
  const nothing = { message: null, fields: [], replacement: null, sunset: null }
  for (const body of ['<h1>Sorry</h1>', '', '{"error": "a'])
    expect(readComplaint(body)).toEqual(nothing)
})

test('a replacement is reported by its id, whatever its spelling', () => {
  for (const replacement of [
    'image/krea/krea-2/large',
    '/generate/image/krea/krea-2/large',
    'https://api.krea.ai/generate/image/krea/krea-2/large',
  ])
    expect(readComplaint(JSON.stringify({ replacement })).replacement).toBe(
      'image/krea/krea-2/large',
    )
  expect(readComplaint('{"replacement": "<b>x</b>"}').replacement).toBeNull()
})

test('an error keeps Krea’s own status and sentence for its details', () => {
  const answer = { headers: new Headers(), now: 0, purpose: 'submit' as const }
  const lost = refusalError({ ...answer, status: 500, body: '{"error":"GPU on fire"}' })
  expect(lost).toMatchObject({
    code: 'submit_unknown',
    message: 'Krea answered 500. The job may still run and be billed.',
    krea: { status: 500, message: 'GPU on fire' },
  })
  expect(fromProblem(toProblem(lost, 'r')).krea).toEqual({ status: 500, message: 'GPU on fire' })
  expect(refusalError({ ...answer, status: 502, body: '<html>' }).krea).toEqual({ status: 502 })
})
