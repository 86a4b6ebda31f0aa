import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { startPlayground } from '../fixtures/playground'
import { measureFirstLoad } from './first-load'
import { floorFolder, layFloor } from './floor'
import { measureGallery } from './gallery'
import { measureLighthouse } from './lighthouse'
import { measurePainter } from './painter'
import { measureColdStart, measureMemory, timedBuild } from './process'
import { type Row, table } from './table'
import { measureThroughput } from './throughput'

/**
 * `npm run bench`: every figure in one table, beside an empty Next app of the same run. `--quick` takes
 * fewer turns; `--only=first-load,throughput` a part; `--no-build` what was built before.
 */
const { values: asked } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    'no-build': { type: 'boolean', default: false },
  },
})
const times = asked.quick ? 1 : 5
const wanted = asked.only?.split(',')
const say = (text: string) => process.stdout.write(`${text}\n`)

const rows: Row[] = []
async function part(name: string, measure: () => Promise<Row[]>): Promise<void> {
  if (wanted && !wanted.includes(name)) return
  say(`… ${name}`)
  try {
    rows.push(...(await measure()))
  } catch (error) {
    say(`  not measured: ${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  }
}

say(`${cpus().length} cores, load ${load()} at the start`)
if (!asked['no-build']) {
  say('… building the floor and ours')
  layFloor()
  const floor = timedBuild(floorFolder) / 1000
  rows.push({ what: 'next build', value: timedBuild() / 1000, unit: 's', floor })
}
await part('painter', measurePainter)
await part('throughput', () => measureThroughput(asked.quick ? 2 : 5))
await part('cold-start', async () => [await measureColdStart(asked.quick ? 1 : 3, floorFolder)])
await part('memory', () => measureMemory(10_000))

const floor = await startPlayground({}, floorFolder)
const ours = await startPlayground({ SANDBOX_SPEED: '4' })
await part('first-load', () => measureFirstLoad(ours.url, floor.url))
await part('gallery', () =>
  measureGallery(ours.url, asked.quick ? [100, 1_000] : [100, 1_000, 10_000]),
)
await part('lighthouse', () => measureLighthouse(ours.url, floor.url, times))
await Promise.all([floor.stop(), ours.stop()])

say(`\n${table(rows)}\n\nload ${load()} at the end: compare ratios, not absolutes`)
mkdirSync('bench-results', { recursive: true })
const file = `bench-results/${new Date().toISOString().replaceAll(':', '-')}.json`
writeFileSync(file, `${JSON.stringify({ at: new Date(), load: loadavg(), rows }, null, 2)}\n`)
say(`written to ${file}`)

function load(): string {
  return loadavg()
    .map((value) => value.toFixed(1))
    .join(' ')
}
