import { execFileSync } from 'node:child_process'
import { openEvents } from '../../fixtures/reviews/event-reader'
import { newReview } from '../../fixtures/reviews/owner'
import { pictureWithMetadata } from '../../fixtures/reviews/pictures'
import { startColdPlayground } from '../../fixtures/server/playground'
import type { Row } from '../table'

const followers = 200
const maxMs = 1_000

/** Two hundred who follow one presenter on one server: how soon 95 of 100 see a change, and what it costs. */
export async function measureFollowers(changes: number): Promise<Row[]> {
  const playground = await startColdPlayground()
  const own = await newReview(playground.url)
  const pictures = [
    await own.add(await pictureWithMetadata(1)),
    await own.add(await pictureWithMetadata(2)),
  ]
  const streams = await Promise.all(
    Array.from({ length: followers }, () => openEvents(playground.url, own.secret)),
  )
  try {
    for (const stream of streams) for (let known = 0; known < 2; known++) await stream.next()
    const waits: number[] = []
    const cpuBefore = cpuSecondsOf(playground.pid)
    for (let change = 0; change < changes; change++) {
      const started = performance.now()
      const seen = streams.map(async (stream) => {
        await stream.next()
        waits.push(performance.now() - started)
      })
      await own.ask('PATCH', '', { shown: pictures[change % 2] })
      await Promise.all(seen)
    }
    const cpuMs = ((cpuSecondsOf(playground.pid) - cpuBefore) * 1_000) / changes
    const what = `${followers} followers of a presenter`
    return [
      {
        what: `${what}: a change is seen, p95`,
        value: percentile(waits, 0.95),
        unit: 'ms',
        limit: maxMs,
      },
      { what: `${what}: processor a change`, value: cpuMs, unit: 'ms' },
      { what: `${what}: memory of the server`, value: megabytesOf(playground.pid), unit: 'MB' },
    ]
  } finally {
    for (const { close } of streams) close()
    await playground.stop()
  }
}

const percentile = (values: number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? Number.NaN

const askPs = (pid: number, column: string): string =>
  execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim()

const cpuSecondsOf = (pid: number): number => Number(askPs(pid, 'cputimes'))

const megabytesOf = (pid: number): number => Number(askPs(pid, 'rss')) / 1_024
