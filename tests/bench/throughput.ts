import { type FakeKrea, startKrea } from '../fixtures/krea/krea-server'
import { type Playground, startColdPlayground } from '../fixtures/server/playground'
import { floorFolder } from './floor'
import { type Load, load } from './load'
import type { Row } from './table'

type Way = 'fixed' | 'pass' | 'ours'
type Case = { name: string; readers: number; everyMs?: number; url: Record<Way, () => string> }
type Found = Record<Way, Load[]> & { upstream: number[] }

const ways: Way[] = ['fixed', 'pass', 'ours']
/** Longer than the pause that our server keeps between two questions to Krea. */
const paceMs = 550
/** Asked in turn, each is older than the 0.8 s for which a read is shared. */
const fewJobs = 4

/** Reading jobs through us, beside a fixed answer and a plain pass-through, in turns. */
export async function measureThroughput(rounds: number): Promise<Row[]> {
  const krea = await startKrea()
  const floor = await startColdPlayground({ UPSTREAM: krea.url }, floorFolder)
  const ours = await startColdPlayground({
    KREA_API_TOKEN: 'bench-token',
    KREA_API_BASE_URL: krea.url,
    PLAYGROUND_PUBLIC: '1',
  })
  try {
    const rows: Row[] = []
    for (const one of casesOf(krea, floor, ours))
      rows.push(...rowsOf(one, await compare(krea, one, rounds)))
    return rows
  } finally {
    await Promise.all([floor.stop(), ours.stop(), krea.stop()])
  }
}

function casesOf(krea: FakeKrea, floor: Playground, ours: Playground): Case[] {
  const watched = krea.addJob().job_id
  const few = Array.from({ length: fewJobs }, () => krea.addJob().job_id)
  let next = 0
  const fixed = () => `${floor.url}/api/fixed/${watched}`
  const shared = {
    fixed,
    pass: () => `${floor.url}/api/pass/${watched}`,
    ours: () => `${ours.url}/api/jobs/${watched}`,
  }
  const another = () => few[next++ % few.length]
  return [
    { name: '50 readers of one job', readers: 50, url: shared },
    { name: 'one reader, the read shared', readers: 1, url: shared },
    {
      name: `one reader, each read asks Krea`,
      readers: 1,
      everyMs: paceMs,
      url: {
        fixed,
        pass: () => `${floor.url}/api/pass/${another()}`,
        ours: () => `${ours.url}/api/jobs/${another()}`,
      },
    },
  ]
}

async function compare(krea: FakeKrea, one: Case, rounds: number): Promise<Found> {
  const found: Found = { fixed: [], pass: [], ours: [], upstream: [] }
  const { readers, everyMs, url } = one
  const seconds = everyMs ? 6 : 3
  for (const way of ways) await load(url[way], { readers, everyMs, seconds: everyMs ? 3 : 1 })
  for (let round = 0; round < rounds; round++)
    for (const way of ways) {
      krea.seen.length = 0
      found[way].push(await load(url[way], { readers, everyMs, seconds }))
      if (way === 'ours') found.upstream.push(krea.seen.length / seconds)
    }
  return found
}

function rowsOf({ name, readers, everyMs }: Case, found: Found): Row[] {
  const what = `GET a job, ${name}`
  const failures = found.ours.reduce((sum, { failures }) => sum + failures, 0)
  const figure = (of: (loads: Load[]) => number) => ({
    value: of(found.ours),
    beside: [
      { name: 'fixed answer', value: of(found.fixed) },
      { name: 'pass-through', value: of(found.pass) },
    ],
    failures,
  })
  const perSecond = figure((loads) => Math.max(...loads.map((one) => one.perSecond)))
  const p50 = figure((loads) => Math.min(...loads.map((one) => one.p50Ms)))
  const p99 = figure((loads) => Math.min(...loads.map((one) => one.p99Ms)))
  const upstream = { value: Math.max(...found.upstream), unit: '/s' }
  if (readers > 1)
    return [
      { what, unit: 'req/s', limit: 1_000, atLeast: true, ...perSecond },
      { what: `${what}: p99`, unit: 'ms', ...p99 },
      // A read at each end of the three seconds makes four.
      { what: `${what}: upstream reads`, limit: 1.4, ...upstream },
    ]
  return [{ what: `${what}: p50`, unit: 'ms', limit: everyMs ? 2.4 : 1.4, ...p50 }]
}
