import { startKrea } from '../fixtures/krea/krea-server'
import { startColdPlayground } from '../fixtures/server/playground'
import { floorFolder } from './floor'
import { megabytes } from './process'
import type { Row } from './table'

type Figures = { startMs: number; memoryMb: number }

/** With a token the sandbox and its image library are loaded only on demand: what they cost such a server, beside the floor. */
export async function measurePainterCost(times: number): Promise<Row[]> {
  const krea = await startKrea()
  const withToken = {
    KREA_API_BASE_URL: krea.url,
    KREA_API_TOKEN: 'id:a-token-for-the-bench',
    PLAYGROUND_PUBLIC: '1',
  }
  const floor: Figures[] = []
  const without: Figures[] = []
  const sandbox: Figures[] = []
  for (let time = 0; time < times; time++) {
    floor.push(await measure({}, floorFolder))
    without.push(await measure(withToken, '.'))
    sandbox.push(await measure({ ...withToken, SANDBOX_WITH_TOKEN: '1' }, '.'))
  }
  await krea.stop()
  const row = (what: string, unit: string, of: (one: Figures) => number): Row => ({
    what: `server with the painter: ${what}`,
    value: Math.min(...sandbox.map(of)),
    unit,
    beside: [
      { name: 'floor', value: Math.min(...floor.map(of)) },
      { name: 'without the painter', value: Math.min(...without.map(of)) },
    ],
  })
  return [
    row('start to the first page', 'ms', ({ startMs }) => startMs),
    row('memory after 50 pages', 'MB', ({ memoryMb }) => memoryMb),
  ]
}

async function measure(env: Record<string, string>, folder: string): Promise<Figures> {
  const started = performance.now()
  const server = await startColdPlayground(env, folder)
  await (await fetch(server.url)).text()
  const startMs = performance.now() - started
  for (let page = 0; page < 50; page++) await (await fetch(server.url)).text()
  const memoryMb = megabytes(server.pid)
  await server.stop()
  return { startMs, memoryMb }
}
