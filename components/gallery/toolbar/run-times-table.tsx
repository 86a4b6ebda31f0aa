import { median, type RunTimes } from '@/lib/record/run-times'

/** The run times measured in this browser, those of one model first. */
export function RunTimesTable({ runTimes, model }: { runTimes: RunTimes[]; model: string }) {
  if (runTimes.length === 0) return null
  const rows = runTimes.toSorted(
    (a, b) =>
      Number(b.model === model) - Number(a.model === model) || a.key.localeCompare(b.key, 'en'),
  )
  return (
    <table className="w-full border-t text-left text-xs">
      <caption className="pt-4 pb-2 text-left font-medium">Your runs</caption>
      <thead className="text-muted">
        <tr>
          <th className="py-1 pr-3 font-normal">Model</th>
          <th className="py-1 pr-3 text-right font-normal">Runs</th>
          <th className="py-1 pr-3 text-right font-normal">Typical</th>
          <th className="py-1 text-right font-normal">Slowest</th>
        </tr>
      </thead>
      <tbody className="tabular-nums">
        {rows.map(({ key, model: name, size, times }) => (
          <tr key={key} className="border-t">
            <td className="break-words py-1 pr-3 font-mono">
              {name} <span className="text-muted">{size}</span>
            </td>
            <td className="py-1 pr-3 text-right">{times.length}</td>
            <td className="py-1 pr-3 text-right whitespace-nowrap">
              {formatSeconds(median(times))}
            </td>
            <td className="py-1 text-right whitespace-nowrap">
              {formatSeconds(Math.max(...times))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const formatSeconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
