import { monitorEventLoopDelay } from 'node:perf_hooks'
import { paint } from '@/lib/sandbox/paint/paint'
import { subjectNames } from '@/lib/sandbox/paint/subjects'
import type { Row } from './table'

/** A megapixel of every subject, one after another: what it costs, and how long others wait for it. */
export async function measurePainter(): Promise<Row[]> {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  const size = { width: 1024, height: 1024, seed: 7, tint: null, enhance: false, palette: 0 }
  await paint({ ...size, subject: 0 }, null, null)
  delay.enable()
  const before = process.cpuUsage()
  const started = performance.now()
  for (const subject of subjectNames.keys()) await paint({ ...size, subject }, null, null)
  const { user, system } = process.cpuUsage(before)
  const pictures = subjectNames.length
  delay.disable()
  return [
    {
      what: 'sandbox painter: CPU a picture',
      value: (user + system) / 1000 / pictures,
      unit: 'ms',
    },
    {
      what: 'sandbox painter: a picture',
      value: (performance.now() - started) / pictures,
      unit: 'ms',
    },
    { what: 'sandbox painter: event loop, p99', value: delay.percentile(99) / 1e6, unit: 'ms' },
  ]
}
