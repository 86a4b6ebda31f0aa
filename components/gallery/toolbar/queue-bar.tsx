import { Eye, EyeOff, ListX } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { dropAll } from '@/lib/engine/queue-actions'
import { useBackoffSeconds } from '../tiles/use-backoff-seconds'

type Props = {
  running: number
  waiting: number
  /** Whether the grid shows the waiting records; null where it has nothing else to show. */
  isShown: boolean | null
  onShow: (show: boolean) => void
}

/** How many jobs run and how many wait. The grid has no tiles for those that wait, unless asked to. */
export function QueueBar({ running, waiting, isShown, onShow }: Props) {
  const backoffSeconds = useBackoffSeconds()
  const Icon = isShown ? EyeOff : Eye
  return (
    <section
      aria-label="Queue"
      className="flex h-9 shrink-0 items-center gap-1 rounded-md bg-raised pl-3 text-xs pointer-coarse:h-11"
    >
      <p className="whitespace-nowrap tabular-nums">
        <span className="max-sm:hidden">{running > 0 ? `${running} running, ` : ''}</span>
        {waiting} queued
        {backoffSeconds > 0 ? (
          <span className="text-muted">
            <span className="max-lg:hidden">. Krea is busy; retrying</span> in {backoffSeconds}
            &nbsp;s
          </span>
        ) : null}
      </p>
      {isShown === null ? null : (
        <Button
          size="icon"
          look="quiet"
          aria-label={isShown ? 'Hide the queue' : 'Show the queue'}
          title={isShown ? 'Hide the queue' : 'Show the queue'}
          onClick={() => onShow(!isShown)}
        >
          <Icon size={15} aria-hidden />
        </Button>
      )}
      <Button
        size="icon"
        look="quiet"
        aria-label={`Remove ${waiting} from queue`}
        title={`Remove ${waiting} from queue: nothing is charged`}
        onClick={() => void dropAll()}
      >
        <ListX size={15} aria-hidden />
      </Button>
    </section>
  )
}
