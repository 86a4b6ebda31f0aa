import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import * as z from 'zod'
import { chromiumArgs, findChromium } from '../chromium'
import { startColdPlayground } from '../fixtures/server/playground'
import { floorFolder } from './floor'
import type { Row } from './table'

const score = z.object({ score: z.number() })
const metric = z.object({ numericValue: z.number() })

const reportSchema = z.object({
  categories: z.object({
    performance: score,
    accessibility: score,
    'best-practices': score,
    seo: score,
  }),
  audits: z.object({
    'largest-contentful-paint': metric,
    'cumulative-layout-shift': metric,
    'total-blocking-time': metric,
  }),
})

type Report = z.infer<typeof reportSchema>

/**
 * Lighthouse's own phone, the floor and us in turns; the median of each figure. It works out what a slow
 * line would do from a fast visit, in which nothing comes late; so some more visits go over the slow line.
 */
export async function measureLighthouse(times: number): Promise<Row[]> {
  const floor = await startColdPlayground({}, floorFolder)
  const ours = await startColdPlayground()
  try {
    const simulated = await inTurns(floor.url, ours.url, times, 'simulate')
    const applied = await inTurns(floor.url, ours.url, times, 'devtools')
    return [...figures.map((figure) => row(figure, simulated)), nearFloor(row(appliedLcp, applied))]
  } finally {
    await Promise.all([floor.stop(), ours.stop()])
  }
}

type Method = 'simulate' | 'devtools'
type Reports = { ours: Report[]; floor: Report[] }

async function inTurns(floor: string, ours: string, times: number, method: Method) {
  const reports: Reports = { ours: [], floor: [] }
  for (let time = 0; time < times; time++) {
    reports.floor.push(await patientAudit(floor, method))
    reports.ours.push(await patientAudit(ours, method))
  }
  return reports
}

function row({ of, what, ...rest }: Figure, reports: Reports): Row {
  const floor = { name: 'floor', value: median(reports.floor.map(of)) }
  const value = median(reports.ours.map(of))
  return { what: `Lighthouse mobile: ${what}`, value, beside: [floor], ...rest }
}

type Figure = Pick<Row, 'what' | 'unit' | 'limit' | 'atLeast'> & { of: (report: Report) => number }

const category = (what: keyof Report['categories'], limit: number): Figure => ({
  what,
  unit: '',
  limit,
  atLeast: true,
  of: ({ categories }) => categories[what].score * 100,
})

const audited = (
  what: string,
  id: keyof Report['audits'],
  unit: string,
  scale: number,
  limit?: number,
): Figure => ({ what, unit, limit, of: ({ audits }) => audits[id].numericValue / scale })

const figures: Figure[] = [
  category('performance', 97),
  category('accessibility', 100),
  category('best-practices', 100),
  category('seo', 100),
  audited('LCP', 'largest-contentful-paint', 's', 1000, 1.5),
  audited('CLS', 'cumulative-layout-shift', '', 1, 0),
  audited('TBT', 'total-blocking-time', 'ms', 1),
]

const appliedLcp = audited('LCP, on the slow line itself', 'largest-contentful-paint', 's', 1000)

/** A page with pictures and a form, beside one with a heading. */
const nearFloor = (row: Row): Row => ({
  ...row,
  limit: 1.6 * (row.beside?.[0]?.value ?? Number.NaN),
})

const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const run = promisify(execFile)

/** It fails now and then to see a page begin, and asks to be run again. */
const patientAudit = (url: string, method: Method) =>
  audit(url, method).catch(() => audit(url, method))

async function audit(url: string, method: Method): Promise<Report> {
  const flags = ['--headless=new', '--no-sandbox', '--disable-dev-shm-usage', ...chromiumArgs]
  const { stdout } = await run(
    process.execPath,
    [
      'node_modules/lighthouse/cli/index.js',
      url,
      '--output=json',
      `--throttling-method=${method}`,
      '--quiet',
      '--disable-full-page-screenshot',
      `--chrome-flags=${flags.join(' ')}`,
    ],
    { env: { ...process.env, CHROME_PATH: findChromium() }, maxBuffer: 64 * 1024 * 1024 },
  )
  return reportSchema.parse(JSON.parse(stdout))
}
