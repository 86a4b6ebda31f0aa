import { Button } from '@/components/ui/button'
import { dropAll } from '@/lib/engine/queue-actions'
import { inFlightCount, inOrder } from '@/lib/record/queue'
import { useBackoffSeconds } from '../tiles/use-backoff-seconds'
import { useOpenRecords } from '../use-records'

/** How many are on their way and how many wait; there only while some wait. */
export function QueueBar() {
  const open = useOpenRecords()
  const waiting = inOrder(open).length
  return waiting > 0 ? <Bar waiting={waiting} running={inFlightCount(open)} /> : null
}

function Bar({ waiting, running }: { waiting: number; running: number }) {
  const held = useBackoffSeconds()
  return (
    <section
      aria-label="Queue"
      className="mb-4 flex min-h-9 items-center justify-between gap-x-3 rounded-md bg-raised py-1 pr-1 pl-3 text-xs"
    >
      <p className="tabular-nums">
        {running > 0 ? `${running} at Krea, ` : ''}
        {waiting} waiting here
        {held > 0 ? (
          <span className="text-muted"> · Krea is busy, the queue goes on in {held}&nbsp;s</span>
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
