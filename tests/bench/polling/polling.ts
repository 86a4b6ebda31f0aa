import type { Row } from '../table'
import { fixedPace, ourPace, percentile, type Replay, replay } from './replay'

/**
 * A working day of mixed jobs, 30 in view and 70 out of view at each moment: by our pace with all that reads share, and by
 * a fixed one of 2 s, where each read is a request.
 */
export async function pollingRows(hours: number): Promise<Row[]> {
  const ms = hours * 3_600_000
  const ours = await replay(ms, ourPace)
  const fixed = await replay(ms, fixedPace, false)
  const row = (what: string, unit: string, of: (one: Replay) => number): Row => ({
    what: `100 jobs at a time for ${hours} h: ${what}`,
    value: of(ours),
    unit,
    beside: [{ name: 'fixed 2 s', value: of(fixed) }],
  })
  const perSecond = (count: number) => (count / ms) * 1000
  const reads = row('reads a second', '', (one) => perSecond(one.reads))
  return [
    { ...reads, limit: reads.beside?.[0]?.value },
    row('reads a job', '', (one) => one.reads / one.jobs),
    { ...row('requests a second', '', (one) => perSecond(one.requests)), limit: 2 },
    { ...row('requests to Krea a second', '', (one) => perSecond(one.requestsToKrea)), limit: 2 },
    {
      ...row('pictures of 2 s and more that are seen', '%', (one) => (100 * one.seen) / one.made),
      limit: 100,
      atLeast: true,
    },
    {
      ...row('a picture on the way is seen after, 90 of 100', 'ms', (one) =>
        percentile(one.pictureDelays, 90),
      ),
      limit: 1_000,
    },
    {
      ...row('the final picture is seen after, 90 of 100', 'ms', (one) =>
        percentile(one.finalDelays, 90),
      ),
      limit: 1_000,
    },
    row('out of view, a job is known to be done after, 90 of 100', 'ms', (one) =>
      percentile(one.outOfViewDelays, 90),
    ),
  ]
}
