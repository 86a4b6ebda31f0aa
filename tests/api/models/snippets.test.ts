import { execFile, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, extname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import type { Input } from '@/lib/catalog/field'
import { curl } from '@/lib/snippets/curl'
import { kreaSdk } from '@/lib/snippets/krea-sdk'
import { python } from '@/lib/snippets/python'
import { typescript } from '@/lib/snippets/typescript'
import { testClient } from '../../fixtures/krea/krea-client'
import { answer, html, newJob, startKrea } from '../../fixtures/krea/krea-server'
import { newFolder } from '../../fixtures/server/data-folder'
import { startRecorder } from '../../fixtures/server/recording-proxy'
import { serveSandbox } from '../sandbox/sandbox-server'

const run = promisify(execFile)
const has = (command: string, ...args: string[]) => spawnSync(command, args).status === 0

const model = 'image/bfl/flux-1-dev'
const inputs: [what: string, input: Input][] = [
  ['a plain request', { prompt: 'a red fox', seed: 7, width: 1024, height: 768 }],
  [
    'every quote and escape',
    { prompt: `it's "so" \\ \\n $KREA_API_TOKEN \${1+1} $(id) \`id\` %s {x} '''` },
  ],
  ['lines, tabs, controls', { prompt: 'one\ntwo\r\n\tthree\u0000\u001b\u007f\u2028\u2029end\\' }],
  ['every script', { prompt: 'שקיעה 日没 🌅👩‍👩‍👧 é e\u0301 \ud83d' }],
  [
    'nested values',
    {
      prompt: '#!/bin/sh',
      styles: [{ id: 'a"b', strength: -0.5 }],
      image_url: "https://x.io/a'b.png?c=1&d=%20",
    },
  ],
]

/** Runs the snippets one after another, in one process: to start one takes longer than all of them. */
type RunAll = (snippets: string[], folder: string) => Promise<{ stdout: string }>

const env = { ...process.env, KREA_API_TOKEN: 'any:token' }

const languages: { name: string; isHere: boolean; write: typeof curl; runAll: RunAll }[] = [
  {
    name: 'curl',
    isHere: has('curl', '--version'),
    write: curl,
    runAll: (snippets, folder) =>
      run('sh', ['-ec', snippets.join('\n')], { env, cwd: savedTo(folder) }),
  },
  { name: 'TypeScript', isHere: true, write: typescript, runAll: runModules },
  { name: 'Krea’s SDK', isHere: true, write: kreaSdk, runAll: runModules },
  {
    name: 'Python',
    isHere: has('python3', '-c', 'import requests'),
    write: python,
    runAll: (snippets, folder) => {
      const files = snippets.map((code, at) => writeSnippet(folder, `snippet-${at}.py`, code))
      const each = 'import runpy, sys\nfor path in sys.argv[1:]: runpy.run_path(path)'
      return run('python3', ['-c', each, ...files], { env, cwd: savedTo(folder) })
    },
  },
]

/** Snippets wait two seconds between their questions: all run at the same time, and each test looks at its own. */
const startAll: (() => void)[] = []
test.beforeAll(() => {
  for (const start of startAll) start()
})

/** @returns how it went, once it has ended */
function startAhead<T>(isHere: boolean, act: (folder: string) => Promise<T>): () => Promise<T> {
  let outcome = Promise.reject<T>(new Error('it was not started'))
  outcome.catch(() => undefined)
  if (isHere)
    startAll.push(() => {
      outcome = act(newFolder())
      outcome.catch(() => undefined)
    })
  return () => outcome
}

for (const { name, isHere, write, runAll } of languages) {
  const outcome = startAhead(isHere, async (folder) => {
    const sandbox = await serveSandbox()
    const recorder = await startRecorder(sandbox.url)
    const snippets = inputs.map(([, input]) => write({ baseUrl: recorder.url, model, input }))
    const { stdout } = await runAll(snippets, folder)
    const sent = recorder.bodies.splice(0)
    for (const [, input] of inputs) await testClient(recorder.url).client.createJob(model, input)
    await Promise.all([recorder.stop(), sandbox.close()])
    return { stdout, sent, sentByServer: recorder.bodies }
  })
  test(`${name}: every snippet sends what the server sends`, async () => {
    test.skip(!isHere, `${name} is not on this machine`)
    const { stdout, sent, sentByServer } = await outcome()
    expect(sent).toHaveLength(inputs.length)
    for (const [at, [what]] of inputs.entries())
      expect(JSON.parse(sent[at] ?? ''), what).toEqual(JSON.parse(sentByServer[at] ?? ''))
    expect(stdout.match(/^Saved krea-|^https?:/gm)).toHaveLength(inputs.length)
  })
}

const pollers = languages.filter(({ write }) => write !== kreaSdk)

for (const { name, isHere, write, runAll } of pollers) {
  const outcome = startAhead(isHere, async (folder) => {
    const sandbox = await serveSandbox()
    const snippet = write({ baseUrl: sandbox.url, model, input: { prompt: 'a red fox' } })
    const { stdout } = await runAll([snippet], folder)
    await sandbox.close()
    return { stdout, folder: savedTo(folder) }
  })
  test(`${name}: a snippet saves the picture to a file`, async () => {
    test.skip(!isHere, `${name} is not on this machine`)
    const { stdout, folder } = await outcome()
    const saved = readdirSync(folder)
    expect(stdout.trim()).toBe(`Saved ${saved.join()}`)
    const { format, width } = await sharp(resolve(folder, saved.join())).metadata()
    expect([`.${format}`, width]).toEqual([extname(saved.join()), 1024])
  })
}

for (const { name, isHere, write, runAll } of pollers) {
  const outcome = startAhead(isHere, async (folder) => {
    const krea = await startKrea()
    const completed_at = new Date().toISOString()
    const result = { error: 'the model ran out of paint' }
    const job = krea.addJob({ ...newJob(), status: 'failed', completed_at, result })
    krea.fault(/^POST \/generate/, answer(200, job))
    const snippet = write({ baseUrl: krea.url, model, input: { prompt: 'a red fox' } })
    await runAll([snippet], folder).finally(krea.stop)
  })
  test(`${name}: a snippet whose job made no picture ends with an error that says why`, async () => {
    test.skip(!isHere, `${name} is not on this machine`)
    await expect(outcome()).rejects.toThrow('ran out of paint')
  })
}

for (const { name, isHere, write, runAll } of pollers) {
  let reads = 0
  const outcome = startAhead(isHere, async (folder) => {
    const krea = await startKrea()
    krea.fault(/^GET \/jobs/, html(500), 100)
    const snippet = write({ baseUrl: krea.url, model, input: { prompt: 'a red fox' } })
    await runAll([snippet], folder).finally(() => {
      reads = krea.count(/^GET \/jobs/)
      return krea.stop()
    })
  })
  test(`${name}: a snippet whose job cannot be read ends with an error, and does not ask for ever`, async () => {
    test.skip(!isHere, `${name} is not on this machine`)
    await expect(outcome()).rejects.toThrow('500')
    expect(reads).toBe(1)
  })
}

/** The folder in which snippets run. */
function savedTo(folder: string): string {
  const path = join(folder, 'saved')
  mkdirSync(path, { recursive: true })
  return path
}

function writeSnippet(folder: string, name: string, code: string): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, code)
  return path
}

/** Krea's package cannot be had here, so one that keeps to its documented call stands in for it. */
const sdk = `export class Krea {
  constructor({ apiKey, baseUrl }) {
    this.baseUrl = baseUrl
    this.headers = { authorization: 'Bearer ' + apiKey, 'content-type': 'application/json' }
  }
  async subscribe(model, { input }) {
    const answer = await fetch(this.baseUrl + '/generate/' + model, {
      method: 'POST', headers: this.headers, body: JSON.stringify(input) })
    return { data: { urls: [this.baseUrl + '/' + (await answer.json()).job_id] } }
  }
}`

async function runModules(snippets: string[], folder: string) {
  const packageFolder = 'node_modules/@krea-ai/sdk'
  writeSnippet(folder, `${packageFolder}/package.json`, '{"type":"module","exports":"./index.js"}')
  writeSnippet(folder, `${packageFolder}/index.js`, sdk)
  const imports = snippets.map((code, at) => {
    writeSnippet(folder, `snippet-${at}.mts`, code)
    return `await import('./snippet-${at}.mts')`
  })
  const tsx = pathToFileURL(resolve('node_modules/tsx/dist/loader.mjs')).href
  const all = writeSnippet(folder, 'all.mts', imports.join('\n'))
  return run(process.execPath, [`--import=${tsx}`, all], {
    cwd: savedTo(folder),
    env: { ...env, NODE_OPTIONS: '' },
  })
}
