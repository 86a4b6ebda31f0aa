import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import bundled from '@/lib/catalog/openapi.json'
import { answer, type FakeKrea, html, startKrea } from '@/tests/fixtures/krea/krea-server'

let krea: FakeKrea
test.beforeEach(async () => {
  krea = await startKrea()
})
test.afterEach(() => krea.stop())

type Paths = { [path: string]: unknown }

const flux = '/generate/image/bfl/flux-1-dev'

const documentOf = (paths: Paths) => ({ openapi: '3.1.0', paths })

const model = (properties: object, more: object = {}) => ({
  post: {
    summary: 'Flux',
    requestBody: { content: { 'application/json': { schema: { properties } } } },
    ...more,
  },
})

/** `npm run catalog` on a file of its own, against this server. */
async function runScript(before: object, live: object) {
  const file = join(mkdtempSync(join(tmpdir(), 'catalog-')), 'openapi.json')
  writeFileSync(file, JSON.stringify(before))
  krea.fault(/openapi/, answer(200, live))
  const env = { ...process.env, NODE_OPTIONS: '', KREA_API_BASE_URL: krea.url }
  const { stdout } = await promisify(execFile)('npx', ['tsx', 'scripts/catalog.ts', file], { env })
  return { lines: stdout.trim().split('\n'), file }
}

test('npm run catalog prints what changed, and updates the document', async () => {
  const steps = { type: 'integer', minimum: 1, maximum: 100 }
  const live = documentOf({
    [flux]: model({ prompt: { type: 'string' }, steps: { ...steps, maximum: 50 } }),
    '/generate/image/krea/krea-4': model({ prompt: { type: 'string' } }, { summary: 'Krea 4' }),
    '/generate/video/kling/kling-3': model({ prompt: { type: 'string' } }),
    '/generate/image/krea/odd': null,
  })
  const before = documentOf({
    [flux]: model({ prompt: { type: 'string' }, steps }),
    '/generate/image/old/gone': model({ prompt: { type: 'string' } }, { summary: 'Old' }),
  })
  const { lines, file } = await runScript(before, live)
  expect(lines).toEqual([
    'Flux: steps changed (image/bfl/flux-1-dev)',
    '  steps: max 100 -> 50',
    'Krea 4: new (image/krea/krea-4)',
    'Old: gone (image/old/gone)',
    'image/krea/odd: cannot be offered, since its path is empty',
  ])
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(live)
})

test('times, units and words that changed are printed too', async () => {
  const table = '| Compute Units | Average Completion Time |\n|---|---|\n| 3 | ~7 seconds |'
  const before = documentOf({ [flux]: model({}, { description: table }) })
  const live = documentOf({ [flux]: model({}, { description: table.replace('~7', '~9') }) })
  const { lines } = await runScript(before, live)
  expect(lines).toEqual(['Flux: typicalSeconds 7 -> 9 (image/bfl/flux-1-dev)'])
})

test('the bundled document against itself prints that nothing changed', async () => {
  expect((await runScript(bundled, bundled)).lines).toEqual(['Nothing changed.'])
})

test('a live document that cannot be used leaves the file as it is', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'catalog-')), 'openapi.json')
  writeFileSync(file, '{}')
  krea.fault(/openapi/, html(200))
  const env = { ...process.env, NODE_OPTIONS: '', KREA_API_BASE_URL: krea.url }
  const run = promisify(execFile)('npx', ['tsx', 'scripts/catalog.ts', file], { env })
  await expect(run).rejects.toThrow('cannot be used')
  expect(readFileSync(file, 'utf8')).toBe('{}')
})
