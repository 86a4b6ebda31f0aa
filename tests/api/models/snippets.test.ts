import { execFile, spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import type { Input } from '@/lib/catalog/field'
import { curl } from '@/lib/snippets/curl'
import { kreaSdk } from '@/lib/snippets/krea-sdk'
import { python } from '@/lib/snippets/python'
import { typescript } from '@/lib/snippets/typescript'
import { testClient } from '../../fixtures/krea/krea-client'
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

const languages: { name: string; can: boolean; write: typeof curl; play: Play }[] = [
  {
    name: 'curl',
    can: has('curl', '--version'),
    write: curl,
    play: (code, env) => run('sh', ['-c', code], { env }),
  },
  { name: 'TypeScript', can: true, write: typescript, play: playModule },
  { name: 'Krea’s SDK', can: true, write: kreaSdk, play: playModule },
  {
    name: 'Python',
    can: has('python3', '-c', 'import requests'),
    write: python,
    play: (code, env) => run('python3', [kept('snippet.py', code)], { env }),
  },
]

type Play = (code: string, env: NodeJS.ProcessEnv) => Promise<{ stdout: string }>

for (const { name, can, write, play } of languages)
  test.describe(name, () => {
    test.skip(!can, `${name} cannot run on this machine`)

    for (const [what, input] of inputs)
      test(`${name}: the snippet sends what the server sends: ${what}`, async () => {
        const sandbox = await serveSandbox()
        const recorder = await startRecorder(sandbox.url)
        const code = write({ baseUrl: recorder.url, model, input })
        const { stdout } = await play(code, { ...process.env, KREA_API_TOKEN: 'any:token' })
        await testClient(recorder.url).client.createJob(model, input)
        const [theirs = '', ours = ''] = recorder.bodies
        await Promise.all([recorder.stop(), sandbox.close()])
        expect(JSON.parse(theirs)).toEqual(JSON.parse(ours))
        expect(stdout).toMatch(/job_id|completed|https?:/)
      })
  })

function kept(name: string, code: string): string {
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

async function playModule(code: string, env: NodeJS.ProcessEnv) {
  kept('node_modules/@krea-ai/sdk/package.json', '{"type":"module","exports":"./index.js"}')
  kept('node_modules/@krea-ai/sdk/index.js', sdk)
  const tsx = resolve('node_modules/tsx/dist/cli.mjs')
  return run(process.execPath, [tsx, kept('snippet.mts', code)], {
    env: { ...env, NODE_OPTIONS: '' },
  })
}
