import { Download } from 'lucide-react'
import useSWR from 'swr'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { basePath } from '@/lib/base-path'
import { downloadText } from '@/lib/browser/download-text'
import { readAllRunTimes, readLoggedRequests } from '@/lib/library/request-log'
import { type GalleryRecord, jobOf } from '@/lib/record/record'
import { toHar } from '@/lib/transfer/har'
import { createTimeline, type TimelineRow } from '@/lib/transfer/timeline'
import { RunTimesTable } from '../toolbar/run-times-table'

const refreshMs = 1_000

type Props = { record: GalleryRecord; onClose: () => void }

/** Every request of a job with its time, status and reason, and the run times of such jobs. */
export function TimelineDialog({ record, onClose }: Props) {
  const job = jobOf(record)
  const ids = job ? [record.id, job.id] : [record.id]
  const { data: requests = [] } = useSWR(['timeline', ...ids], () => readLoggedRequests(ids), {
    refreshInterval: refreshMs,
  })
  const { data: runTimes = [] } = useSWR('run-times', readAllRunTimes)
  const rows = createTimeline(requests)

  const save = () => {
    const har = toHar(record, requests, location.origin + basePath)
    downloadText(`${record.id}.har`, 'application/json', JSON.stringify(har, null, 2))
  }
  return (
    <Dialog open onClose={onClose} title="Timeline">
      <div className="grid gap-5">
        {rows.length === 0 ? (
          <p className="text-muted">
            No requests are stored for this picture. They are deleted after a week.
          </p>
        ) : (
          <Rows rows={rows} />
        )}
        <div className="flex flex-wrap items-center gap-3">
          <Button disabled={rows.length === 0} onClick={save}>
            <Download size={15} aria-hidden />
            Save as HAR
          </Button>
          <p className="text-muted text-xs">Contains no token or cookies.</p>
        </div>
        <RunTimesTable runTimes={runTimes} model={record.model} />
      </div>
    </Dialog>
  )
}

function Rows({ rows }: { rows: TimelineRow[] }) {
  const end = Math.max(1, ...rows.map(({ at, ms }) => at + ms))
  return (
    <ol className="grid gap-px text-xs">
      {rows.map((row) => (
        <li
          key={row.key}
          className={`grid grid-cols-[4rem_minmax(0,1fr)_auto] items-baseline gap-x-3 py-1 ${row.side === 'krea' ? 'text-muted' : 'border-t'}`}
        >
          <span className="text-right font-mono tabular-nums">{formatOffset(row.at)}</span>
          <span className="min-w-0 break-words font-mono">
            {row.side === 'krea' ? <span className="font-sans">to Krea: </span> : null}
            {row.label}
            {row.note ? <span className="block font-sans text-danger">{row.note}</span> : null}
            <span
              aria-hidden
              className={`mt-1 block h-0.5 min-w-0.5 rounded-full ${row.side === 'krea' ? 'bg-line-strong' : 'bg-accent'}`}
              style={{
                marginLeft: `${(row.at / end) * 100}%`,
                width: `${(row.ms / end) * 100}%`,
              }}
            />
          </span>
          <span className="text-right font-mono tabular-nums">
            {row.status ?? 'no answer'}
            <span className="block text-muted">{row.ms} ms</span>
          </span>
        </li>
      ))}
    </ol>
  )
}

const formatOffset = (ms: number) => `+${(ms / 1000).toFixed(2)} s`
