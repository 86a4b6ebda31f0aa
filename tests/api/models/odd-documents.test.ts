import { expect, test } from '@playwright/test'
import { getBudget } from '@/lib/contract/budget'
import { documentOf } from '../../fixtures/krea/krea-document'
import { answer, startKrea } from '../../fixtures/krea/krea-server'
import { model, postJob, problemOf } from '../../fixtures/server/ask'
import { type Playground, startPlayground } from '../../fixtures/server/playground'

const prompt = { type: 'string' }

const priced = (amount: unknown) => ({
  'x-krea-pricing': {
    type: 'fixed',
    currency: 'USD',
    unit: 'request',
    price_points: [{ amount, dimensions: {} }],
  },
})

const document = documentOf({
  'image/odd/invalid': { properties: { prompt, code: { type: 'string', pattern: '(' } } },
  'image/odd/old': { properties: { prompt, code: { type: 'string', pattern: '^[a-z\\_\\@]+$' } } },
  'image/odd/slow': { properties: { prompt, code: { type: 'string', pattern: '^(a+)+$' } } },
  'image/odd/negative': { properties: { prompt }, more: priced(-1) },
  'image/odd/huge': { properties: { prompt }, more: priced(1e300) },
})

/** With the document of the build. */
let bundled: Playground
test.beforeAll(async () => {
  bundled = await startPlayground({ BUDGET_USD_PER_DAY: '1' })
})
test.afterAll(() => bundled.stop())

test('patterns that are invalid or slow, and prices beyond sense, stop no order', async () => {
  const krea = await startKrea()
  krea.fault(/openapi/, answer(200, document), 9)
  const { url, stop } = await startPlayground({
    KREA_API_TOKEN: 'secret',
    KREA_API_BASE_URL: krea.url,
    PLAYGROUND_PUBLIC: '1',
    UNKNOWN_PRICE_USD: '0.5',
    BUDGET_USD_PER_DAY: '100',
  })
  const code = `${'a'.repeat(40)}!`
  const order = (id: string, input: object) =>
    postJob(url, { body: { model: `image/odd/${id}`, input: { prompt: 'a', ...input } } })
  const answers = [
    await order('invalid', { code }),
    await order('old', { code: 'a_b@c' }),
    await order('slow', { code }),
    await order('negative', {}),
    await order('huge', {}),
  ]
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201])
  expect(await budgetAt(url)).toBeCloseTo(100 - 5 * 0.5)
  await stop()
  await krea.stop()
})

const budgetAt = async (url: string) =>
  getBudget.answer.parse(await (await fetch(`${url}/api/budget`)).json()).leftToday

test('where width and height hide the resolution, the dearest is reserved', async () => {
  const input = { prompt: 'a lighthouse', width: 4096, height: 4096 }
  const body = { model: 'image/google/nano-banana-pro', input }
  expect((await postJob(bundled.url, { body })).status).toBe(201)
  expect(await budgetAt(bundled.url)).toBeCloseTo(0.7)
})

test('a field named as every object’s own members is refused at its name', async () => {
  for (const name of ['toString', 'constructor', 'valueOf', 'hasOwnProperty']) {
    const body = { model, input: { prompt: 'a', [name]: ['x'] } }
    const refused = await problemOf(await postJob(bundled.url, { body }))
    expect([refused.code, refused.fields?.map(({ path }) => path)]).toEqual([
      'invalid_input',
      [name],
    ])
    const page = await fetch(`${bundled.url}/?prompt=a&${name}=1`)
    expect(page.status).toBe(200)
  }
})

test('a prompt above what any model takes is refused at its field, whatever the model says', async () => {
  const body = { model, input: { prompt: 'a'.repeat(20_001) } }
  const refused = await postJob(bundled.url, { body })
  expect(refused.status).toBe(422)
  expect((await problemOf(refused)).fields?.map(({ path }) => path)).toEqual(['prompt'])
})
