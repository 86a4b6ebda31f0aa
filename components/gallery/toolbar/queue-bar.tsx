import { Button } from '@/components/ui/button'
import { dropAll } from '@/lib/engine/queue-actions'
import { inFlightCount, inOrder } from '@/lib/record/queue'
import { useBackoffSeconds } from '../tiles/use-backoff-seconds'
import { useOpenRecords } from '../use-records'

/** How many jobs run and how many wait. Hidden while none waits. */
export function QueueBar() {
  const open = useOpenRecords()
  const waiting = inOrder(open).length
  return waiting > 0 ? <QueueSummary waiting={waiting} running={inFlightCount(open)} /> : null
}

function QueueSummary({ waiting, running }: { waiting: number; running: number }) {
  const backoffSeconds = useBackoffSeconds()
  return (
    <section
      aria-label="Queue"
      className="mb-4 flex min-h-9 items-center justify-between gap-x-3 rounded-md bg-raised py-1 pr-1 pl-3 text-xs"
    >
      <p className="tabular-nums">
        {running > 0 ? `${running} at Krea, ` : ''}
        {waiting} waiting here
        {backoffSeconds > 0 ? (
          <span className="text-muted">
            {' '}
            · Krea is busy, the queue goes on in {backoffSeconds}&nbsp;s
          </span>
        ) : null}
      </p>
      <Button
        size="sm"
        look="quiet"
        title="Nothing is charged for them"
        onClick={() => void dropAll()}
      >
        Drop all {waiting}
      </Button>
    </section>
  )
}
