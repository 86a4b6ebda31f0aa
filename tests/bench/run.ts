import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { measureExperimentSheet } from './experiment-sheet'
import { measureFirstLoad } from './first-load'
import { createFloorApp } from './floor'
import { measureGallery } from './gallery'
import { measureHundredJobs } from './hundred-jobs'
import { measureLighthouse } from './lighthouse'
import { measurePainter } from './painter'
import { measurePainterCost } from './painter-cost'
import { pollingRows } from './polling/polling'
import { measureBuild, measureColdStart, measureMemory } from './process'
import { measureFollowers } from './reviews/followers'
import { measureGuestPage } from './reviews/guest-page'
import { measurePublish } from './reviews/publish'
import { measureStyleBrowser } from './style-browser'
import { type Row, rowsBeyondLimit, table } from './table'
import { measureTenJobs } from './ten-jobs'
import { measureThroughput } from './throughput'

/**
 * `npm run bench`: every figure in one table, beside an empty Next app of the same run. `--quick` takes
 * fewer turns; `--only first-load,throughput` a part; `--no-build` what was built before.
 */
const { values: asked } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    'no-build': { type: 'boolean', default: false },
  },
})
const { quick } = asked

/** In this order: the build is what the others run on. */
const parts: Record<string, () => Promise<Row[]>> = {
  build: async () => measureBuild(),
  polling: () => pollingRows(quick ? 1 : 8),
  painter: measurePainter,
  throughput: () => measureThroughput(quick ? 1 : 5),
  'cold-start': () => measureColdStart(quick ? 1 : 5),
  memory: () => measureMemory(quick ? 1_000 : 10_000),
  'first-load': measureFirstLoad,
  gallery: () => measureGallery(quick ? [100, 1_000] : [100, 1_000, 10_000, 50_000]),
  'painter-cost': () => measurePainterCost(quick ? 1 : 3),
  'style-browser': () => measureStyleBrowser(quick ? 1 : 5),
  'experiment-sheet': () => measureExperimentSheet(quick ? 1 : 3),
  followers: () => measureFollowers(quick ? 5 : 60),
  'guest-page': () => measureGuestPage(quick ? 1 : 5),
  publish: measurePublish,
  'ten-jobs': measureTenJobs,
  'hundred-jobs': measureHundredJobs,
  lighthouse: () => measureLighthouse(quick ? 1 : 7),
}
const buildless = new Set(['polling', 'painter'])

const say = (text: string) => process.stdout.write(`${text}\n`)

async function main() {
  const wanted = asked.only?.split(',') ?? Object.keys(parts)
  const unknown = wanted.filter((name) => !(name in parts))
  if (unknown.length > 0)
    throw new Error(`No part is called ${unknown.join()}: ${Object.keys(parts).join(', ')}`)
  const builds = !asked['no-build'] && wanted.some((name) => !buildless.has(name))
  const before = loadavg()
  say(`${cpus().length} cores, load ${words(before)} at the start`)
  if (builds) createFloorApp()

  const rows: Row[] = []
  for (const [name, measure] of Object.entries(parts)) {
    if (name === 'build' ? !builds : !wanted.includes(name)) continue
    say(`… ${name}`)
    try {
      rows.push(...(await measure()))
    } catch (error) {
      // There is nothing to measure the rest on.
      if (name === 'build') throw error
      say(`  not measured: ${error instanceof Error ? error.message : error}`)
      process.exitCode = 1
    }
  }
  report(rows, before)
}

function report(rows: Row[], before: number[]) {
  const short = rowsBeyondLimit(rows)
  say(`\n${table(rows)}\n`)
  say(short.length > 0 ? `${short.length} fall short.` : 'None falls short.')
  say(`Load ${words(loadavg())} at the end: on a busy machine compare ratios, not absolutes.`)
  mkdirSync('bench-results', { recursive: true })
  const file = `bench-results/${new Date().toISOString().replaceAll(':', '-')}.json`
  const machine = { cores: cpus().length, cpu: cpus()[0]?.model, node: process.version }
  const load = { before, after: loadavg() }
  const result = { at: new Date(), commit: commit(), quick, machine, load, rows }
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`)
  say(`Written to ${file}.`)
}

function commit(): string | null {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).trim()
  } catch {
    return null
  }
}

const words = (load: number[]) => load.map((value) => value.toFixed(1)).join(' ')

// Playwright closes its browsers at these, and the bench would go on without.
for (const signal of ['SIGTERM', 'SIGHUP'])
  process.once(signal, () => {
    say(`Stopped by ${signal}.`)
    process.exit(1)
  })

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
