import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { expand } from '@/lib/experiment/expand'
import { pythonPlan, typescriptPlan } from '@/lib/experiment/export/script'
import { startRecorder } from '../../fixtures/server/recording-proxy'
import { allModels } from '../../unit/experiment/random-definition'
import { serveSandbox } from '../sandbox/sandbox-server'

const run = promisify(execFile)

const { cells } = expand(
  {
    format: 'krea-playground/experiment@1',
    name: 'Steps against animals',
    brief: '',
    question: '',
    model: 'image/bfl/flux-1-dev',
    input: { prompt: 'it\'s a "{{animal}}" \\ 🌅', width: 512, height: 512 },
    variables: {},
    axes: [
      { name: 'Steps', values: [{ label: '10', set: { input: { steps: 10 } } }] },
      {
        name: 'Animal',
        values: ['fox', 'owl'].map((animal) => ({ label: animal, set: { variables: { animal } } })),
      },
      {
        name: 'Too many',
        values: [20, 9_999].map((steps) => ({ label: `${steps}`, set: { input: { steps } } })),
      },
    ],
    seeds: [1],
  },
  allModels,
)
const sent = cells
  .filter(({ issues }) => issues.length === 0)
  .map(({ model, input }) => [`/generate/${model}`, input])

for (const { language, command, file, write } of [
  { language: 'Node', command: 'node', file: 'plan.mjs', write: typescriptPlan },
  { language: 'Python', command: 'python3', file: 'plan.py', write: pythonPlan },
])
  test(`the exported script, run by ${language}, makes the same requests, and none twice`, async () => {
    const sandbox = await serveSandbox()
    const recorder = await startRecorder(sandbox.url)
    const folder = test.info().outputPath('plan')
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, file), write(cells, 'https://api.krea.ai'))
    const env = { ...process.env, KREA_API_TOKEN: 'any-word', KREA_API_BASE_URL: recorder.url }
    const { stdout } = await run(command, [file], { cwd: folder, env })
    expect(stdout.match(/completed/g)).toHaveLength(sent.length)
    const posted = recorder.bodies.map((body, at) => [recorder.paths[at], JSON.parse(body)])
    expect(posted).toEqual(sent)
    await run(command, [file], { cwd: folder, env })
    expect(recorder.bodies).toHaveLength(sent.length)
    await recorder.stop()
    await sandbox.close()
  })
