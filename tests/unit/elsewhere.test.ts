import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, test } from '@playwright/test'

/** The tests of code that reads a clock, or writes times, numbers or money. */
const filters = [
  ...['access', 'composer', 'gallery', 'krea', 'record', 'transfer', 'billing/c', 'money.test.ts'],
  ...['draft/draft', 'draft/price', 'experiment/expand', 'experiment/table'],
].map((name) => `tests/unit/${name}`)

/** In two of them clocks change; numbers have decimal commas, or digits of another script. */
const places = [
  ['Europe/Berlin', 'de_DE'],
  ['America/St_Johns', 'fr_CA'],
  ['Asia/Kathmandu', 'ne_NP'],
] as const

for (const [zone, locale] of places)
  test(`the unit tests pass in ${zone}, where people write numbers as in ${locale}`, () => {
    test.setTimeout(1_200_000)
    const { TEST_WORKER_INDEX: _, TEST_PARALLEL_INDEX: __, ...env } = process.env
    const cli = resolve('node_modules/@playwright/test/cli.js')
    const output = `--output=${test.info().outputPath('results')}`
    const options = ['--project=unit', '--workers=1', '--retries=0', '--reporter=dot', output]
    const run = spawnSync(process.execPath, [cli, 'test', ...options, ...filters], {
      env: { ...env, TZ: zone, LC_ALL: `${locale}.UTF-8`, LANG: `${locale}.UTF-8` },
      encoding: 'utf8',
    })
    expect(run.stdout).toMatch(/ passed/)
    expect(run.stdout).not.toMatch(/ failed/)
    expect(run.status).toBe(0)
  })
