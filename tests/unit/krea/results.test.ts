import { expect, test } from '@playwright/test'
import { toJob } from '@/lib/krea/job'
import { jobWireSchema } from '@/lib/krea/wire'

const completedAt = '2026-10-09T10:00:30.000Z'
const longAfter = Date.parse(completedAt) + 60_000
const at = (name: string) => `https://gen.krea.ai/images/${name}`

function read(body: object, now = longAfter) {
  const wire = {
    job_id: '7d5c7a0e-1111-8111-8111-111111111111',
    status: 'completed',
    created_at: '2026-10-09T10:00:00Z',
    completed_at: completedAt,
    ...body,
  }
  return toJob(jobWireSchema.parse(wire), now)
}

const withPreview: [what: string, body: object][] = [
  [
    'typed as one',
    {
      result: {
        urls: [
          { type: 'preview', url: at('a.png') },
          { type: 'image', url: at('b.png') },
        ],
      },
    },
  ],
  ['named as one', { result: { urls: { preview: at('a.png'), image: at('b.png') } } }],
  ['named a thumbnail', { result: { urls: { thumbnail_url: at('a.png'), out: at('b.png') } } }],
]

for (const [what, body] of withPreview)
  test(`a picture ${what} beside the result is no result`, () => {
    expect(read(body).images).toEqual([
      { url: at('a.png'), kind: 'preview' },
      { url: at('b.png'), kind: 'final' },
    ])
  })

test('a preview that stands alone is the result', () => {
  const urls = [{ type: 'preview', url: at('a.png') }]
  expect(read({ result: { urls } }).images).toEqual([{ url: at('a.png'), kind: 'final' }])
})

test('every picture of a job is final, in order, each once', () => {
  const urls = ['1.png', '2.png', '1.png', '3.png'].map(at)
  const { images } = read({ result: { urls }, urls: [at('4.png')] })
  expect(images).toEqual(
    ['1.png', '2.png', '3.png', '4.png'].map((name) => ({ url: at(name), kind: 'final' })),
  )
})

const places: [what: string, result: unknown][] = [
  ['result.url', { url: at('a.png') }],
  ['result.image_url', { image_url: at('a.png') }],
  ['result.images[]', { images: [at('a.png')] }],
  ['result.images[].url', { images: [{ url: at('a.png') }] }],
  ['result[]', [at('a.png')]],
  ['result', at('a.png')],
]

for (const [what, result] of places)
  test(`a picture is found at ${what}`, () => {
    expect(read({ result })).toMatchObject({
      phase: 'succeeded',
      images: [{ url: at('a.png'), kind: 'final' }],
    })
  })

const files: [item: object | string, type: string | undefined][] = [
  [at('a.mp4'), 'video'],
  [{ type: 'video', url: at('a') }, 'video'],
  [{ type: 'image', url: at('a.webm') }, 'video'],
  [at('a.wav'), 'audio'],
  [{ type: 'audio', url: at('a') }, 'audio'],
  [{ type: 'model', url: at('a.glb?x=1') }, 'model'],
  [at('a.zip'), 'file'],
  [{ type: 'image', url: at('a') }, undefined],
  [at('a.avif'), undefined],
  [at('no-extension'), undefined],
]

for (const [item, type] of files)
  test(`${JSON.stringify(item)} is read as ${type ?? 'a picture'}`, () => {
    expect(read({ result: { urls: [item] } }).images[0]?.type).toBe(type)
  })

for (const status of ['succeeded', 'COMPLETED', 'finalized', 'all-done', 'processing'])
  test(`“${status}” with an end and an address has succeeded`, () => {
    const job = read({ status, result: { urls: [at('a.png')] } })
    expect(job).toMatchObject({ status, phase: 'succeeded' })
  })

for (const status of ['canceled', 'CANCELLED', 'user-cancelled', 'aborted'])
  test(`“${status}” with an end is cancelled`, () => {
    expect(read({ status }).phase).toBe('cancelled')
  })

test('a word never seen, with an end and no address, has failed', () => {
  expect(read({ status: 'expired' })).toMatchObject({ phase: 'failed' })
  expect(read({ status: 'expired', completed_at: null }).phase).toBe('pending')
})

test('an intermediate picture never ends a job', () => {
  const job = read({ status: 'intermediate-complete', result: { urls: [at('a.png')] } })
  expect(job).toMatchObject({ phase: 'pending', images: [{ kind: 'preview' }] })
})

test('an address may come a moment after the end', () => {
  const end = Date.parse(completedAt)
  expect(read({ result: {} }, end + 3_000).phase).toBe('pending')
  expect(read({ result: {} }, end + 6_000)).toMatchObject({
    phase: 'failed',
    error: { code: 'no_picture', charged: 'unknown' },
  })
  expect(read({ result: { urls: [at('a.png')] } }, end + 3_000).phase).toBe('succeeded')
})

test('a result that is no web address is not blamed on the content filter', () => {
  const { error } = read({ result: { urls: ['/public/a.png'] } })
  expect(error?.message).toBe('Krea finished the job, but not with an address that can be read.')
})

const sentences: [body: object, code: string, message: string][] = [
  [{ message: 'Too many faces.' }, 'failed', 'Too many faces.'],
  [{ error: { detail: 'Too many faces.' } }, 'failed', 'Too many faces.'],
  [{ error: [{ msg: 'Too many faces.' }] }, 'failed', 'Too many faces.'],
  [{ error: ['Too many faces.'] }, 'failed', 'Too many faces.'],
  [{ error: { error: { message: 'Too many faces.' } } }, 'failed', 'Too many faces.'],
  [{ detail: [{ loc: ['x'], msg: 'Too many faces.' }] }, 'failed', 'Too many faces.'],
  [{ result: { error: { reason: 'Too many faces.' } } }, 'failed', 'Too many faces.'],
  [{ result: { message: 'Too many faces.' } }, 'failed', 'Too many faces.'],
  [{ error: { code: 'faces', message: 'Too many faces.' } }, 'faces', 'Too many faces.'],
]

for (const [body, code, message] of sentences)
  test(`a failed job says why in ${JSON.stringify(body)}`, () => {
    expect(read({ status: 'failed', ...body }).error).toEqual({ code, message, charged: 'no' })
  })

test('an error beside `completed` is reported, and may have cost money', () => {
  const { phase, error } = read({ error: { code: 'nsfw' } })
  expect(phase).toBe('failed')
  expect(error).toMatchObject({ code: 'nsfw', charged: 'unknown' })
})

test('a training ends with its style and no picture', () => {
  expect(read({ result: { style_id: 'abcdefghi' } })).toMatchObject({
    phase: 'succeeded',
    styleId: 'abcdefghi',
    images: [],
  })
})
