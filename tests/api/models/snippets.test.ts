import { execFile, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, extname, resolve } from 'node:path'
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
type RunAll = (snippets: string[], env: NodeJS.ProcessEnv) => Promise<{ stdout: string }>

const languages: { name: string; isHere: boolean; write: typeof curl; runAll: RunAll }[] = [
  {
    name: 'curl',
    isHere: has('curl', '--version'),
    write: curl,
    runAll: (snippets, env) => run('sh', ['-ec', snippets.join('\n')], { env, cwd: savedTo() }),
  },
  { name: 'TypeScript', isHere: true, write: typescript, runAll: runModules },
  { name: 'Krea’s SDK', isHere: true, write: kreaSdk, runAll: runModules },
  {
    name: 'Python',
    isHere: has('python3', '-c', 'import requests'),
    write: python,
    runAll: (snippets, env) => {
      const files = snippets.map((code, at) => writeSnippet(`snippet-${at}.py`, code))
      const each = 'import runpy, sys\nfor path in sys.argv[1:]: runpy.run_path(path)'
      return run('python3', ['-c', each, ...files], { env, cwd: savedTo() })
    },
  },
]

for (const { name, isHere, write, runAll } of languages)
  test(`${name}: every snippet sends what the server sends`, async () => {
    test.skip(!isHere, `${name} is not on this machine`)
    const sandbox = await serveSandbox()
    const recorder = await startRecorder(sandbox.url)
    const snippets = inputs.map(([, input]) => write({ baseUrl: recorder.url, model, input }))
    const env = { ...process.env, KREA_API_TOKEN: 'any:token' }
    const { stdout } = await runAll(snippets, env)
    const sent = recorder.bodies.splice(0)
    for (const [, input] of inputs) await testClient(recorder.url).client.createJob(model, input)
    await Promise.all([recorder.stop(), sandbox.close()])
    expect(sent).toHaveLength(inputs.length)
    for (const [at, [what]] of inputs.entries())
      expect(JSON.parse(sent[at] ?? ''), what).toEqual(JSON.parse(recorder.bodies[at] ?? ''))
    expect(stdout.match(/^Saved krea-|^https?:/gm)).toHaveLength(inputs.length)
  })

const pollers = languages.filter(({ write }) => write !== kreaSdk)

for (const { name, isHere, write, runAll } of pollers)
  test(`${name}: a snippet saves the picture to a file`, async () => {
    test.skip(!isHere, `${name} is not on this machine`)
    const sandbox = await serveSandbox()
    const snippet = write({ baseUrl: sandbox.url, model, input: { prompt: 'a red fox' } })
    const { stdout } = await runAll([snippet], { ...process.env, KREA_API_TOKEN: 'any:token' })
    await sandbox.close()
    const saved = readdirSync(savedTo())
    expect(stdout.trim()).toBe(`Saved ${saved.join()}`)
    const { format, width } = await sharp(resolve(savedTo(), saved.join())).metadata()
    expect([`.${format}`, width]).toEqual([extname(saved.join()), 1024])
  })

for (const { name, isHere, write, runAll } of pollers)
  test(`${name}: a snippet whose job made no picture ends with an error that says why`, async () => {
    test.skip(!isHere, `${name} is not on this machine`)
    const krea = await startKrea()
    const completed_at = new Date().toISOString()
    const result = { error: 'the model ran out of paint' }
    const job = krea.addJob({ ...newJob(), status: 'failed', completed_at, result })
    krea.fault(/^POST \/generate/, answer(200, job))
    const snippet = write({ baseUrl: krea.url, model, input: { prompt: 'a red fox' } })
    await expect(
      runAll([snippet], { ...process.env, KREA_API_TOKEN: 'any:token' }),
    ).rejects.toThrow('ran out of paint')
    await krea.stop()
  })

for (const { name, isHere, write, runAll } of pollers)
  test(`${name}: a snippet whose job cannot be read ends with an error, and does not ask for ever`, async () => {
    test.skip(!isHere, `${name} is not on this machine`)
    const krea = await startKrea()
    krea.fault(/^GET \/jobs/, html(500), 100)
    const snippet = write({ baseUrl: krea.url, model, input: { prompt: 'a red fox' } })
    await expect(
      runAll([snippet], { ...process.env, KREA_API_TOKEN: 'any:token' }),
    ).rejects.toThrow('500')
    expect(krea.count(/^GET \/jobs/)).toBe(1)
    await krea.stop()
  })

/** The folder of this test in which snippets run. */
function savedTo(): string {
  const folder = test.info().outputPath('saved')
  mkdirSync(folder, { recursive: true })
  return folder
}

function writeSnippet(name: string, code: string): string {
  const path = test.info().outputPath(name)
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

async function runModules(snippets: string[], env: NodeJS.ProcessEnv) {
  writeSnippet('node_modules/@krea-ai/sdk/package.json', '{"type":"module","exports":"./index.js"}')
  writeSnippet('node_modules/@krea-ai/sdk/index.js', sdk)
  const imports = snippets.map((code, at) => {
    writeSnippet(`snippet-${at}.mts`, code)
    return `await import('./snippet-${at}.mts')`
  })
  const tsx = resolve('node_modules/tsx/dist/cli.mjs')
  return run(process.execPath, [tsx, writeSnippet('all.mts', imports.join('\n'))], {
    cwd: savedTo(),
    env: { ...env, NODE_OPTIONS: '' },
  })
}
