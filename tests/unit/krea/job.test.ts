import { expect, test } from '@playwright/test'
import { toJob } from '@/lib/krea/job'
import { jobWireSchema } from '@/lib/krea/wire'

const id = '7d5c7a0e-1111-8111-8111-111111111111'
const url = 'https://gen.krea.ai/images/1.png'
const other = 'https://gen.krea.ai/images/2.png'

function read(body: object) {
  const wire = { job_id: id, status: 'queued', created_at: '2026-10-09T10:00:00+02:00', ...body }
  return toJob(jobWireSchema.parse(wire), 0)
}

const shapes: [what: string, body: object, urls: string[]][] = [
  ['a list of addresses', { result: { urls: [url, other] } }, [url, other]],
  ['a list of objects', { result: { urls: [{ type: 'image', url }] } }, [url]],
  ['a record of addresses', { result: { urls: { image: url, second: other } } }, [url, other]],
  ['a record of objects', { result: { urls: { image: { url } } } }, [url]],
  ['a single address', { result: { urls: url } }, [url]],
  ['a list at the top level', { urls: [url] }, [url]],
  ['both, the same twice', { result: { urls: [url] }, urls: [url] }, [url]],
]

for (const [what, body, urls] of shapes)
  test(`pictures are found in ${what}`, () => {
    const done = read({ status: 'completed', ...body })
    expect(done.phase).toBe('succeeded')
    expect(done.images).toEqual(urls.map((one) => ({ url: one, kind: 'final' })))
    expect(read({ status: 'sampling', ...body }).images.map(({ kind }) => kind)).toEqual(
      urls.map(() => 'preview'),
    )
  })

const withoutPicture = [
  {},
  { result: null },
  { result: {} },
  { result: { urls: [] } },
  { result: { urls: [null, 5, '', 'javascript:alert(1)', 'data:image/png;base64,AA'] } },
  { result: 'nonsense', urls: 7 },
]

for (const body of withoutPicture)
  test(`completed with ${JSON.stringify(body)} is a failure that may have cost money`, () => {
    const job = read({ status: 'completed', ...body })
    expect(job.phase).toBe('failed')
    expect(job.images).toEqual([])
    expect(job.error).toMatchObject({ code: 'no_picture', charged: 'unknown' })
  })

const reasons: [body: object, code: string, message: RegExp][] = [
  [{ error: { code: 'nsfw', message: 'Not safe.' } }, 'nsfw', /^Not safe\.$/],
  [{ error: { code: 'nsfw' } }, 'nsfw', /content filter/],
  [{ error: { code: 'new_reason' } }, 'new_reason', /new_reason/],
  [{ error: 'ip_detected' }, 'ip_detected', /protected/],
  [{ error: 'The worker ran out of memory.' }, 'failed', /out of memory/],
  [{ result: { error: { code: 'nsfw' } } }, 'nsfw', /content filter/],
  [{ result: { error: 'Timed out after 3 minutes.' } }, 'failed', /3 minutes/],
  [{ error: null }, 'no_reason', /without giving a reason/],
  [{ error: {} }, 'no_reason', /without giving a reason/],
  [{ error: 500 }, 'no_reason', /without giving a reason/],
  [{}, 'no_reason', /without giving a reason/],
]

for (const [body, code, message] of reasons)
  test(`failed with ${JSON.stringify(body)} is reported as ${code} and costs nothing`, () => {
    const { phase, error } = read({ status: 'failed', ...body })
    expect(phase).toBe('failed')
    expect(error).toMatchObject({ code, charged: 'no' })
    expect(error?.message).toMatch(message)
  })

test('a status never seen before goes on, with its word kept', () => {
  expect(read({ status: 'warming-up' })).toMatchObject({ status: 'warming-up', phase: 'pending' })
})

test('a cancelled job is neither a failure nor a success', () => {
  expect(read({ status: 'cancelled' })).toMatchObject({ phase: 'cancelled', error: null })
})

test('times become UTC, and a missing one the moment of reading', () => {
  expect(read({}).createdAt).toBe('2026-10-09T08:00:00.000Z')
  expect(read({ created_at: 'yesterday' }).createdAt).toBe('1970-01-01T00:00:00.000Z')
  expect(read({ completed_at: 5 }).completedAt).toBeNull()
})

test('a job without a picture may get it until five seconds after its end', () => {
  const ended = '2026-10-09T10:00:00Z'
  const wire = { job_id: id, status: 'completed', created_at: ended, completed_at: ended }
  const phaseAfter = (ms: number) => toJob(jobWireSchema.parse(wire), Date.parse(ended) + ms).phase
  expect([0, 4_999, 5_000].map(phaseAfter)).toEqual(['pending', 'pending', 'failed'])
})
