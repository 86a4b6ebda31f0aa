import { execFileSync, spawnSync } from 'node:child_process'
import { startPlayground } from '../fixtures/playground'
import { load } from './load'
import type { Row } from './table'

/** Ms that `next build` takes in a folder, from nothing. */
export function timedBuild(folder = '.'): number {
  const started = performance.now()
  const env = { ...process.env, NODE_ENV: 'production' as const }
  const { status, stderr } = spawnSync(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'build', folder],
    { encoding: 'utf8', env },
  )
  if (status !== 0) throw new Error(`next build failed in ${folder}:\n${stderr}`)
  return performance.now() - started
}

/** Ms from starting the process to its first page, in turns; the best of each. */
export async function measureColdStart(times: number, floorFolder: string): Promise<Row> {
  const ours: number[] = []
  const floor: number[] = []
  for (let time = 0; time < times; time++) {
    floor.push(await coldStart(floorFolder))
    ours.push(await coldStart('.'))
  }
  return {
    what: 'cold start to the first page',
    value: Math.min(...ours),
    unit: 'ms',
    floor: Math.min(...floor),
  }
}

async function coldStart(folder: string): Promise<number> {
  const started = performance.now()
  const server = await startPlayground({}, folder)
  await (await fetch(server.url)).text()
  const spent = performance.now() - started
  await server.stop()
  return spent
}

/** What the server's process weighs once pages, health and the catalogue were asked for often. */
export async function measureMemory(requests: number): Promise<Row[]> {
  const server = await startPlayground({ RATE_LIMIT_PER_MINUTE: '100000' })
  const paths = ['/api/health', '/api/models', '/']
  let asked = 0
  const next = () => `${server.url}${paths[asked++ % paths.length]}`
  try {
    await load(next, { readers: 4, seconds: 3 })
    const before = megabytes(server.pid)
    asked = 0
    while (asked < requests) await load(next, { readers: 8, seconds: 1 })
    const after = megabytes(server.pid)
    return [
      { what: 'server memory, warm', value: before, unit: 'MB' },
      { what: `server memory after ${requests} requests`, value: after, unit: 'MB', floor: before },
    ]
  } finally {
    await server.stop()
  }
}

const megabytes = (pid: number) =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024
