import { expect, test } from '@playwright/test'
import { Ajv2020 } from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import sharp from 'sharp'
import * as z from 'zod'
import document from '../../../lib/catalog/openapi.json'
import { readCatalog } from '../../../lib/catalog/read'
import { minimalBody } from '../../fixtures/krea/minimal-body'
import { auth, ended } from './sandbox-client'
import { type Served, serveSandbox } from './sandbox-server'

let server: Served
test.beforeAll(async () => {
  server = await serveSandbox()
})
test.afterAll(() => server.close())

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats(ajv)
ajv.addSchema(document, 'krea')

const operationSchema = z.looseObject({
  responses: z.record(
    z.string(),
    z.looseObject({
      content: z
        .looseObject({ 'application/json': z.looseObject({ schema: z.unknown() }) })
        .optional(),
    }),
  ),
})
const operations = new Map<string, z.infer<typeof operationSchema>>(
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(
      ([method, operation]) =>
        [`${method.toUpperCase()} ${path}`, operationSchema.parse(operation)] as const,
    ),
  ),
)

const pointer = (text: string) => text.replaceAll('~', '~0').replaceAll('/', '~1')

/** What is wrong with an answer by the document's own schema; `undocumented` where it has none. */
function problemsOf(line: string, status: number, body: unknown): string {
  const [method = '', path = ''] = line.split(' ')
  const content = operations.get(line)?.responses[String(status)]?.content
  if (!content) return 'undocumented'
  const at = ['paths', pointer(path), method.toLowerCase(), 'responses', String(status)]
  const rest = ['content', 'application~1json', 'schema']
  const validate = ajv.getSchema(`krea#/${[...at, ...rest].map(encodeURI).join('/')}`)
  return validate?.(body) ? 'valid' : ajv.errorsText(validate?.errors)
}

type Call = { line: string; params?: Record<string, string>; query?: string; body?: unknown }

async function judge({ line, params = {}, query = '', body }: Call, headers: HeadersInit = auth) {
  const [method = '', template = ''] = line.split(' ')
  const path = template.replaceAll(/\{(\w+)\}/g, (_, name) => params[name] ?? 'nothing')
  const isForm = body instanceof FormData
  const answer = await fetch(server.url + path + query, {
    method,
    headers: {
      ...Object.fromEntries(new Headers(headers)),
      ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
  })
  const json: unknown = await answer.json()
  return { answer: json, row: `${answer.status} ${problemsOf(line, answer.status, json)}` }
}

const idSchema = z.looseObject({ job_id: z.string() })

test('every model’s job is valid by the document, as made, on its way and at its end', async () => {
  const models = readCatalog(document)
  expect(models.length).toBeGreaterThan(40)
  const rows = []
  for (const model of models) {
    const body = minimalBody(model, 'a sea', 'https://gen.krea.ai/images/example.png')
    const made = await judge({ line: `POST /generate/${model.id}`, body })
    const { job_id: id } = idSchema.parse(made.answer)
    const underWay = await judge({ line: 'GET /jobs/{id}', params: { id } })
    await ended(server.url, id)
    const done = await judge({ line: 'GET /jobs/{id}', params: { id } })
    rows.push([model.id, made.row, underWay.row, done.row])
  }
  const valid = '200 valid'
  expect(rows).toEqual(models.map(({ id }) => [id, valid, valid, valid]))
})

test('every other path answers by the document: 200, 400, 401, 403 and 404', async () => {
  const flux = 'POST /generate/image/bfl/flux-1-dev'
  const png = await sharp({
    create: { width: 8, height: 8, channels: 3, background: '#123456' },
  })
    .png()
    .toBuffer()
  const form = new FormData()
  form.set('file', new File([new Uint8Array(png)], 'a.png'))
  const film = new FormData()
  film.set('file', new File(['film'], 'a.mp4', { type: 'video/mp4' }))
  const uploaded = await judge({ line: 'POST /assets', body: form })
  const asset = { id: z.looseObject({ id: z.string() }).parse(uploaded.answer).id }
  const training = { name: 'Mine', urls: ['https://gen.krea.ai/1.png'], max_train_steps: 1 }
  const trained = await judge({ line: 'POST /styles/train', body: training })
  const job = { id: idSchema.parse(trained.answer).job_id }
  const { result } = await ended(server.url, job.id)
  const style = { id: z.object({ style_id: z.string() }).parse(result).style_id }
  const public_ = await judge({ line: 'GET /styles', query: '?filter=krea&limit=3' })
  const [krea] = z
    .object({ items: z.array(z.object({ id: z.string() })) })
    .parse(public_.answer).items
  const foreign = { id: krea?.id ?? '' }
  const calls: [Call, expected: string, headers?: HeadersInit][] = [
    [{ line: flux, body: { prompt: '#nsfw' } }, '200 valid'],
    [{ line: flux, body: {} }, '400 valid'],
    [{ line: flux, body: { prompt: '#402' } }, '402 valid'],
    [{ line: flux, body: { prompt: '#429' } }, '429 valid'],
    [{ line: flux, body: { prompt: 'x' } }, '401 valid', {}],
    [{ line: 'GET /jobs' }, '200 valid'],
    [{ line: 'GET /jobs', query: '?limit=1' }, '200 valid'],
    [{ line: 'GET /jobs', query: '?status=nonsense' }, '400 valid'],
    [{ line: 'GET /jobs' }, '401 valid', {}],
    [{ line: 'GET /jobs/{id}', params: job }, '200 valid'],
    [{ line: 'GET /jobs/{id}' }, '404 valid'],
    [{ line: 'DELETE /jobs/{id}' }, '404 valid'],
    [{ line: 'POST /assets', body: film }, '200 valid'],
    [{ line: 'POST /assets', body: new FormData() }, '400 valid'],
    [{ line: 'GET /assets' }, '200 valid'],
    [{ line: 'GET /assets/{id}', params: asset }, '200 valid'],
    [{ line: 'DELETE /assets/{id}', params: asset }, '200 valid'],
    [{ line: 'GET /assets/{id}', params: asset }, '404 valid'],
    [{ line: 'DELETE /assets/{id}', params: asset }, '404 valid'],
    [{ line: 'GET /styles' }, '200 valid'],
    [{ line: 'GET /styles', query: '?filter=nonsense' }, '400 valid'],
    [{ line: 'POST /styles/train', body: {} }, '400 valid'],
    [{ line: 'GET /styles/{id}', params: style }, '200 valid'],
    [{ line: 'GET /styles/{id}', params: foreign }, '200 valid'],
    [{ line: 'GET /styles/{id}' }, '404 valid'],
    [{ line: 'PATCH /styles/{id}', params: style, body: { title: 'New' } }, '200 valid'],
    [{ line: 'PATCH /styles/{id}', params: foreign, body: { title: 'New' } }, '403 valid'],
    [{ line: 'PATCH /styles/{id}', body: { title: 'New' } }, '404 valid'],
    [{ line: 'GET /styles/{id}/share/link', params: style }, '200 valid'],
    [{ line: 'GET /styles/{id}/share/link', params: foreign }, '404 valid'],
    [{ line: 'POST /styles/{id}/share/workspace', params: style }, '200 valid'],
    [{ line: 'POST /styles/{id}/share/workspace', params: foreign }, '403 valid'],
    [{ line: 'POST /styles/{id}/share/workspace' }, '404 valid'],
    [{ line: 'DELETE /styles/{id}/share/workspace', params: style }, '200 valid'],
    [{ line: 'DELETE /styles/{id}/share/workspace', params: foreign }, '403 valid'],
  ]
  const rows = []
  for (const [call, , headers] of calls) rows.push([call, (await judge(call, headers)).row])
  expect(rows).toEqual(calls.map(([call, expected]) => [call, expected]))
  expect([uploaded.row, trained.row, public_.row]).toEqual(['200 valid', '200 valid', '200 valid'])
  const judged = new Set(calls.map(([{ line }]) => line))
  const others = [...operations.keys()].filter((line) => !line.startsWith('POST /generate/'))
  expect(others.filter((line) => !judged.has(line))).toEqual([])
})
