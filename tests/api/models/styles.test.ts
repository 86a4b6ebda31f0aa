import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { getMoodboards } from '@/lib/contract/moodboards'
import { getStyles, getTraining } from '@/lib/contract/styles'
import { answer, type FakeKrea, newJob, startKrea } from '../../fixtures/krea/krea-server'
import { jobOf, problemOf } from '../../fixtures/server/ask'
import { type Playground, startPlayground } from '../../fixtures/server/playground'

test.describe.configure({ mode: 'serial' })

let krea: FakeKrea
let playground: Playground
test.beforeAll(async () => {
  krea = await startKrea()
  playground = await startPlayground({
    KREA_API_BASE_URL: krea.url,
    RATE_LIMIT_PER_MINUTE: '1000',
    UNKNOWN_PRICE_USD: '2.5',
  })
})
test.afterAll(async () => {
  await playground.stop()
  await krea.stop()
})
test.beforeEach(() => {
  krea.seen.length = 0
})

const style = (id: string, title: string | null) => ({
  id,
  title,
  urls: ['https://gen.krea.ai/1.png'],
  public: true,
  cover_url: null,
  prompt: 'rain on a street',
  models: ['flux_dev'],
  owner: { id: '7d5c7a0e-1111-4111-8111-111111111111', name: 'Ada' },
  like_count: 12,
  created_at: '2026-10-09T00:00:00Z',
})

const page = (items: object[], next_cursor: string | null) => answer(200, { items, next_cursor })

async function stylesAt(query: string) {
  const answered = await fetch(`${playground.url}/api/styles${query}`)
  return getStyles.answer.parse(await answered.json())
}

const asked = () => krea.seen.map(({ method, path }) => `${method} ${path}`)

test('styles come with cover, prompt, models, likes and owner, and only those that fit the model', async () => {
  krea.fault(/^GET \/styles/, page([style('abc', 'Noir'), style('def', null)], 'c2'))
  const found = await stylesAt('?filter=community&model=image%2Fbfl%2Fflux-1-dev&cursor=c1')
  expect(found).toEqual({
    styles: [
      {
        id: 'abc',
        name: 'Noir',
        imageUrl: 'https://gen.krea.ai/1.png',
        prompt: 'rain on a street',
        models: ['flux_dev'],
        likes: 12,
        owner: 'Ada',
      },
      expect.objectContaining({ id: 'def', name: null }),
    ],
    cursor: 'c2',
  })
  expect(asked()).toEqual(['GET /styles?filter=community&model=flux_dev&cursor=c1&limit=60'])
})

test('a style without a name or a picture costs no other style', async () => {
  const named = { id: 'style-1', title: 'Ink', cover_url: 'https://gen.krea.ai/ink.png' }
  krea.fault(/^GET \/styles/, page([named, { id: 'style-2', title: null }, { id: 7 }], null))
  const { styles } = await stylesAt('')
  expect(styles.map(({ id, name, imageUrl }) => [id, name, imageUrl])).toEqual([
    ['style-1', 'Ink', 'https://gen.krea.ai/ink.png'],
    ['style-2', null, null],
  ])
})

test('a name is looked for over pages, and Krea is never sent a query', async () => {
  krea.fault(/^GET \/styles/, page([style('a', 'Ink'), style('b', null)], 'c2'))
  krea.fault(/^GET \/styles/, page([style('c', 'Film noir'), style('d', 'Noir')], null))
  const { styles, cursor } = await stylesAt('?q=NOIR')
  expect([styles.map(({ id }) => id), cursor]).toEqual([['c', 'd'], null])
  expect(asked()).toEqual([
    'GET /styles?filter=all&limit=200',
    'GET /styles?filter=all&cursor=c2&limit=200',
  ])
})

test('one search reads at most five pages, and says where to go on', async () => {
  const last = { at: 0 }
  krea.fault(
    /^GET \/styles/,
    (response, seen) => {
      last.at += 1
      page([style(`s${last.at}`, 'Ink')], `c${last.at}`)(response, seen)
    },
    5,
  )
  expect(await stylesAt('?q=noir')).toEqual({ styles: [], cursor: 'c5' })
  expect(krea.seen).toHaveLength(5)
})

test('of given ids, those that Krea does not know are missing', async () => {
  krea.fault(/^GET \/styles/, page([style('abc', 'Noir')], null))
  expect((await stylesAt('?ids=abc,nope')).styles.map(({ id }) => id)).toEqual(['abc'])
  expect(asked()).toEqual(['GET /styles?ids=abc%2Cnope&limit=2'])
})

test('a filter that Krea does not know is refused here', async () => {
  const answered = await fetch(`${playground.url}/api/styles?filter=nonsense`)
  expect((await problemOf(answered)).code).toBe('invalid_request')
  expect(krea.seen).toHaveLength(0)
})

const training = {
  model: 'z-image',
  name: 'Mine',
  urls: ['https://gen.krea.ai/1.png', 'https://gen.krea.ai/2.png'],
  type: 'Style',
  steps: 500,
}

const train = (body: object, key: string = randomUUID(), url = playground.url) =>
  fetch(`${url}/api/styles/train`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify(body),
  })

test('training offers what the document offers, and what a budget holds back for it', async () => {
  const answered = await fetch(`${playground.url}/api/styles/train`)
  expect(getTraining.answer.parse(await answered.json()).training).toEqual({
    models: ['flux_dev', 'flux_schnell', 'wan', 'wan22', 'qwen', 'z-image'],
    types: ['Style', 'Object', 'Character', 'Default'],
    minSteps: 1,
    maxSteps: 2000,
    price: null,
    reserved: 2.5,
  })
})

test('a training is one job for one key, however often it is asked for', async () => {
  const job = newJob()
  krea.fault(/^POST \/styles\/train/, answer(200, job), 5)
  const key = randomUUID()
  const answers = [await train(training, key), await train(training, key)]
  expect(answers.map(({ status }) => status)).toEqual([201, 200])
  expect((await jobOf(answers[1] ?? Response.error())).id).toBe(job.job_id)
  expect(krea.count(/^POST \/styles\/train/)).toBe(1)
  expect(JSON.parse(krea.seen[0]?.body ?? '')).toEqual({
    model: 'z-image',
    name: 'Mine',
    urls: training.urls,
    type: 'Style',
    max_train_steps: 500,
  })
})

test('the style of a finished training is in its job', async () => {
  const job = { ...newJob(), status: 'completed', result: { style_id: 'abcdefghi' } }
  krea.jobs.set(job.job_id, job)
  const read = await jobOf(await fetch(`${playground.url}/api/jobs/${job.job_id}`))
  expect([read.phase, read.styleId]).toEqual(['succeeded', 'abcdefghi'])
})

const refused: [string, object, string][] = [
  ['a model that is not trained', { model: 'krea-3' }, 'model'],
  ['too many steps', { steps: 5_000 }, 'steps'],
  ['a type that is not offered', { type: 'Mood' }, 'type'],
]

for (const [what, change, path] of refused)
  test(`${what} is refused at ${path}, and nothing is sent`, async () => {
    const problem = await problemOf(await train({ ...training, ...change }))
    expect([problem.code, problem.fields?.map((field) => field.path)]).toEqual([
      'invalid_input',
      [path],
    ])
    expect(krea.seen).toHaveLength(0)
  })

test('a style is renamed, shared and taken back', async () => {
  krea.fault(/^PATCH \/styles\/abc/, answer(200, style('abc', 'Night')))
  krea.fault(/^(?:POST|DELETE) \/styles\/abc\/share\/workspace/, answer(200, { success: true }), 2)
  const send = (method: string, path: string, body?: object) =>
    fetch(`${playground.url}/api/styles/abc${path}`, {
      method,
      headers: body ? { 'Content-Type': 'application/json' } : {},
      body: body && JSON.stringify(body),
    })
  const renamed = await send('PATCH', '', { name: 'Night' })
  expect(await renamed.json()).toMatchObject({ style: { id: 'abc', name: 'Night' } })
  expect(await (await send('POST', '/share')).json()).toEqual({ shared: true })
  expect(await (await send('DELETE', '/share')).json()).toEqual({ shared: false })
  expect(asked()).toEqual([
    'PATCH /styles/abc',
    'POST /styles/abc/share/workspace',
    'DELETE /styles/abc/share/workspace',
  ])
  expect(JSON.parse(krea.seen[0]?.body ?? '')).toEqual({ title: 'Night' })
})

test('public moodboards are passed on with their pictures, and asked for without the token', async () => {
  const item = {
    id: 'mood-1',
    styleName: 'Dusk',
    styleDescription: 'warm and low',
    previewImages: ['https://gen.krea.ai/1.png', { url: 'https://gen.krea.ai/2.png' }, 7],
  }
  krea.fault(
    /^GET \/api\/preset-moodboards/,
    answer(200, { items: [item, { id: 3 }], nextCursor: 'n2' }),
  )
  const answered = await fetch(`${playground.url}/api/moodboards?q=dusk&cursor=n1`)
  expect(getMoodboards.answer.parse(await answered.json())).toEqual({
    moodboards: [
      {
        id: 'mood-1',
        name: 'Dusk',
        description: 'warm and low',
        imageUrls: ['https://gen.krea.ai/1.png', 'https://gen.krea.ai/2.png'],
      },
    ],
    cursor: 'n2',
  })
  expect(asked()).toEqual(['GET /api/preset-moodboards?search=dusk&cursor=n1&limit=24'])
  expect(krea.seen[0]?.headers.authorization).toBeUndefined()
})

test('a list of moodboards that is gone is an error with a code, not a broken page', async () => {
  const answered = await fetch(`${playground.url}/api/moodboards`)
  expect((await problemOf(answered)).code).toBe('not_found')
})

test('a training that the budget does not hold is refused before it is sent', async () => {
  const poor = await startPlayground({
    KREA_API_BASE_URL: krea.url,
    UNKNOWN_PRICE_USD: '2.5',
    BUDGET_USD_PER_DAY: '2',
  })
  const refusedOne = await train(training, randomUUID(), poor.url)
  await poor.stop()
  expect([refusedOne.status, (await problemOf(refusedOne)).code]).toEqual([402, 'budget_exceeded'])
  expect(krea.count(/^POST/)).toBe(0)
})

test('without the password no style is read, trained, renamed or shared', async () => {
  const locked = await startPlayground({
    KREA_API_BASE_URL: krea.url,
    KREA_API_TOKEN: 'id:a-token-for-this-test',
    PLAYGROUND_PASSWORD: 'a long enough password',
  })
  krea.seen.length = 0
  const send = (method: string, path: string, body?: object) =>
    fetch(`${locked.url}/api/styles${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
      body: body && JSON.stringify(body),
    })
  const answers = [
    await send('GET', ''),
    await send('GET', '/train'),
    await send('POST', '/train', training),
    await send('PATCH', '/abc', { name: 'Night' }),
    await send('POST', '/abc/share'),
    await send('DELETE', '/abc/share'),
  ]
  await locked.stop()
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 401])
  expect(krea.count(/styles/)).toBe(0)
})
