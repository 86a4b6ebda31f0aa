import { execFileSync, spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { startColdPlayground } from '../fixtures/server/playground'
import { floorFolder } from './floor'
import { load } from './load'
import type { Row } from './table'

/** Seconds that `next build` takes: the floor's, then ours. The other parts run on what it leaves. */
export function measureBuild(): Row[] {
  const floor = timedBuild(floorFolder)
  return [
    {
      what: 'next build',
      value: timedBuild('.'),
      unit: 's',
      beside: [{ name: 'floor', value: floor }],
    },
  ]
}

/** From nothing: what an earlier build left would be taken over. */
function timedBuild(folder: string): number {
  rmSync(join(folder, '.next'), { recursive: true, force: true })
  const started = performance.now()
  // The condition is for the bench itself, and `next build` sets its own.
  const env = { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production' as const }
  const { status, stderr } = spawnSync(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'build', folder],
    { encoding: 'utf8', env },
  )
  if (status !== 0) throw new Error(`next build failed in ${folder}:\n${stderr}`)
  return (performance.now() - started) / 1000
}

/** Ms from starting the process to its first page, in turns; the best of each. */
export async function measureColdStart(times: number): Promise<Row[]> {
  const ours: number[] = []
  const floor: number[] = []
  for (let time = 0; time < times; time++) {
    floor.push(await coldStart(floorFolder))
    ours.push(await coldStart('.'))
  }
  return [
    {
      what: 'cold start to the first page',
      value: Math.min(...ours),
      unit: 'ms',
      beside: [{ name: 'floor', value: Math.min(...floor) }],
    },
  ]
}

async function coldStart(folder: string): Promise<number> {
  const started = performance.now()
  const server = await startColdPlayground({}, folder)
  await (await fetch(server.url)).text()
  const spent = performance.now() - started
  await server.stop()
  return spent
}

/** What the server's process weighs once pages, health and the catalog were asked for often. */
export async function measureMemory(requests: number): Promise<Row[]> {
  const server = await startColdPlayground({ RATE_LIMIT_PER_MINUTE: '100000' })
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
      {
        what: `server memory after ${requests.toLocaleString('en')} requests`,
        value: after,
        unit: 'MB',
        beside: [{ name: 'warm', value: before }],
      },
    ]
  } finally {
    await server.stop()
  }
}

export const megabytes = (pid: number) =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024
