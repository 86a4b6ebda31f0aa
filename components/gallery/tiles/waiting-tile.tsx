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
          Waiting here{index < 0 ? '' : index === 0 ? ', next' : `, ${ordinal(index + 1)}`}
        </p>
        <p className="text-muted tabular-nums">
          {backoffSeconds > 0
            ? `Krea is busy. Goes on in ${backoffSeconds}\u00a0s.`
            : 'Nothing sent yet.'}
        </p>
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
          aria-label="Drop"
          title="Drop: nothing is charged"
          className="ml-auto"
          onClick={() => void drop(record.id)}
        >
          <X size={15} aria-hidden />
        </Button>
      </div>
    </div>
  )
}

type StepProps = { id: string; step: -1 | 1; disabled: boolean }

function StepButton({ id, step, disabled }: StepProps) {
  const name = step < 0 ? 'Sooner' : 'Later'
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
