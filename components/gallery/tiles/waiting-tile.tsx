import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { drop, moveInQueue } from '@/lib/engine/queue-actions'
import { inOrder } from '@/lib/record/queue'
import type { GalleryRecord } from '@/lib/record/record'
import { useOpenRecords } from '../use-records'
import { useBackoffSeconds } from './use-backoff-seconds'

/** A record in this browser's queue: its position, and buttons to change it. */
export function WaitingTile({ record }: { record: GalleryRecord }) {
  const queue = inOrder(useOpenRecords())
  const index = queue.findIndex(({ id }) => id === record.id)
  const backoffSeconds = useBackoffSeconds()

  return (
    <div className="flex size-full flex-col justify-between gap-1.5 rounded-md border border-dashed p-2.5 text-xs">
      <div className="min-h-0 overflow-hidden">
        <p className="font-medium">
          {index === 0
            ? 'Next in queue'
            : index < 0
              ? 'In queue'
              : `${ordinal(index + 1)} in queue`}
        </p>
        <p className="text-muted tabular-nums">{reasonOf(record, backoffSeconds)}</p>
        <p className="mt-1.5 line-clamp-3 text-muted @max-[10rem]:hidden" dir="auto">
          {record.prompt || record.modelName}
        </p>
      </div>
      <div className="-mx-1.5 -mb-1 flex shrink-0 flex-wrap items-center">
        <StepButton id={record.id} step={-1} disabled={index <= 0} />
        <StepButton id={record.id} step={1} disabled={index === queue.length - 1} />
        <Button
          look="quiet"
          size="icon"
          aria-label="Remove"
          title="Remove from queue: nothing is charged"
          className="ml-auto"
          onClick={() => void drop(record.id)}
        >
          <X size={15} aria-hidden />
        </Button>
      </div>
    </div>
  )
}

/** Why it waits. A record that Krea refused was sent, and made nothing. */
function reasonOf({ busy }: GalleryRecord, backoffSeconds: number): string {
  const next = backoffSeconds > 0 ? `, next in ${backoffSeconds}\u00a0s` : ''
  if (busy) return `Krea said: too many jobs. Tried ${busy.times}×${next}.`
  return backoffSeconds > 0 ? `Krea is busy${next}. Not sent yet.` : 'Not sent yet.'
}

type StepProps = { id: string; step: -1 | 1; disabled: boolean }

function StepButton({ id, step, disabled }: StepProps) {
  const name = step < 0 ? 'Move up' : 'Move down'
  const Icon = step < 0 ? ArrowUp : ArrowDown
  return (
    <Button
      look="quiet"
      size="icon"
      aria-label={name}
      title={name}
      disabled={disabled}
      onClick={() => void moveInQueue(id, step)}
    >
      <Icon size={15} aria-hidden />
    </Button>
  )
}

const rules = new Intl.PluralRules('en', { type: 'ordinal' })
const endings: Record<string, string> = { one: 'st', two: 'nd', few: 'rd' }

const ordinal = (count: number) => `${count}${endings[rules.select(count)] ?? 'th'}`
