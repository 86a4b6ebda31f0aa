import { type FakeKrea, startKrea } from '../fixtures/krea-server'
import { type Playground, startPlayground } from '../fixtures/playground'
import { floorFolder } from './floor'
import { type Load, load } from './load'
import type { Row } from './table'

type Case = { name: string; url: () => string; readers: number }

/** Reading jobs through us, beside a fixed answer and a plain pass-through, in turns. */
export async function measureThroughput(rounds: number): Promise<Row[]> {
  const krea = await startKrea()
  const floor = await startPlayground({ UPSTREAM: krea.url }, floorFolder)
  const ours = await startPlayground({
    KREA_API_TOKEN: 'bench-token',
    KREA_API_BASE_URL: krea.url,
    PLAYGROUND_PUBLIC: '1',
  })
  try {
    return await compare(krea, floor, ours, rounds)
  } finally {
    await Promise.all([floor.stop(), ours.stop(), krea.stop()])
  }
}

async function compare(krea: FakeKrea, floor: Playground, ours: Playground, rounds: number) {
  const watched = krea.addJob().job_id
  const many = Array.from({ length: 20_000 }, () => krea.addJob().job_id)
  let next = 0
  const cases: Case[] = [50, 1].flatMap((readers) => [
    { name: 'fixed answer', url: () => `${floor.url}/api/fixed`, readers },
    { name: 'pass-through', url: () => `${floor.url}/api/pass/${watched}`, readers },
    { name: 'ours, shared', url: () => `${ours.url}/api/jobs/${watched}`, readers },
  ])
  const fresh = () => `${ours.url}/api/jobs/${many[next++ % many.length]}`
  cases.push({ name: 'ours, not shared', url: fresh, readers: 1 })

  const found = new Map<Case, Load[]>(cases.map((one) => [one, []]))
  const upstream: number[] = []
  for (const one of cases) await load(one.url, { readers: one.readers, seconds: 1 })
  for (let round = 0; round < rounds; round++)
    for (const one of cases) {
      krea.seen.length = 0
      const seconds = 3
      found.get(one)?.push(await load(one.url, { readers: one.readers, seconds }))
      if (one.name === 'ours, shared') upstream.push(krea.count(/^GET \/jobs\//) / seconds)
    }
  return rows(found, Math.max(...upstream))
}

function rows(found: Map<Case, Load[]>, upstream: number): Row[] {
  const best = [...found].map(([{ name, readers }, loads]) => ({
    name,
    readers,
    perSecond: Math.max(...loads.map(({ perSecond }) => perSecond)),
    p50Ms: Math.min(...loads.map(({ p50Ms }) => p50Ms)),
    failures: loads.reduce((sum, { failures }) => sum + failures, 0),
  }))
  const fixed = (readers: number) =>
    best.find((one) => one.name === 'fixed answer' && one.readers === readers)
  return [
    ...best.map(({ name, readers, perSecond, p50Ms, failures }): Row => {
      const what = `GET a job, ${readers === 1 ? 'one reader' : `${readers} readers`}: ${name}`
      const floor = fixed(readers)
      return readers === 1
        ? { what, value: p50Ms, unit: 'ms p50', floor: floor?.p50Ms, failures }
        : { what, value: perSecond, unit: 'req/s', floor: floor?.perSecond, failures }
    }),
    { what: 'upstream reads a second, at most', value: upstream, unit: '/s', limit: 1.4 },
  ]
}
