import { spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'

const sampleTests = `
import { test } from '@playwright/test'
test('always passes', () => {})
test('passes when it is run again', ({}, info) => { if (info.retry === 0) throw new Error('once') })
test('needs a language', () => { test.skip(true, 'no Python on this machine') })
`

const browserTests = `
import { test } from '@playwright/test'
test('Chromium: opens', () => {})
test('Chromium: closes', () => {})
test('WebKit: opens', () => { test.skip(true, 'no WebKit on this machine') })
test('WebKit: closes', () => { test.skip(true, 'no WebKit on this machine') })
`

const sampleConfig = `
import { defineConfig } from '@playwright/test'
import ours from ${JSON.stringify(resolve('playwright.config.ts'))}
const { retries, failOnFlakyTests } = ours
const projects = [
  { name: 'unit', testMatch: 'sample.test.ts' },
  { name: 'browsers', testMatch: 'journey.test.ts' },
]
const reporter = [['dot'], [${JSON.stringify(resolve('tests/closing-line.ts'))}]]
export default defineConfig({ testDir: '.', workers: 1, retries, failOnFlakyTests, reporter, projects })
`

test('a flaky test fails the run and is named, a skipped one tells why, and the last line has the counts', () => {
  const { status, lines } = runSample(sampleTests)
  expect(status).toBe(1)
  expect(lines).toEqual([
    'skipped: sample.test.ts:5 needs a language (no Python on this machine)',
    'flaky, so failed: sample.test.ts:4 passes when it is run again',
    '1 passed, 1 failed',
  ])
})

test('of the tests in every browser, the last lines name the browsers', () => {
  const { status, lines } = runSample(browserTests, 'journey.test.ts')
  expect(status).toBe(0)
  expect(lines).toEqual([
    'ran in Chromium',
    'did not run in WebKit (no WebKit on this machine)',
    '2 passed, 0 failed',
  ])
})

/** Runs Playwright on these tests with this project's retries and its closing line. */
function runSample(tests: string, name = 'sample.test.ts') {
  const folder = test.info().outputPath('sample')
  mkdirSync(folder, { recursive: true })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), '{}')
  writeFileSync(join(folder, 'playwright.config.ts'), sampleConfig)
  writeFileSync(join(folder, name), tests)
  const { TEST_WORKER_INDEX: _, TEST_PARALLEL_INDEX: __, CI: ___, ...env } = process.env
  const cli = resolve('node_modules/@playwright/test/cli.js')
  const run = spawnSync(process.execPath, [cli, 'test'], { cwd: folder, env, encoding: 'utf8' })
  return { status: run.status, lines: run.stdout.trim().split('\n').slice(-3) }
}
