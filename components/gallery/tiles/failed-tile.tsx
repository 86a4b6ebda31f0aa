import { Info } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { lazyPart } from '@/components/ui/lazy-part'
import type { Job } from '@/lib/contract/jobs'
import { failureCard } from '@/lib/record/failure-card'
import type { Failure, GalleryRecord } from '@/lib/record/record'
import { RemedyButton } from './remedy-button'

const FailureDialog = lazyPart(() => import('./failure-dialog').then((file) => file.FailureDialog))

type Props = { record: GalleryRecord; failure: Failure; job: Job | null }

/** A failed job: the reason, the cost, and the one action that helps. */
export function FailedTile({ record, failure, job }: Props) {
  const [isDialogOpen, setDialogOpen] = useState(false)
  const { sentence, charged, remedy } = failureCard(failure, job !== null)

  return (
    <div className="flex size-full flex-col justify-between gap-1.5 rounded-md border bg-panel p-2.5 text-xs">
      {/* Lines without space wrap into a hidden column, so that no line is cut in two. */}
      <div className="flex min-h-0 flex-1 flex-col flex-wrap content-start overflow-hidden *:w-full">
        <p className="line-clamp-4 text-pretty font-medium text-danger">{sentence}</p>
        <p className="text-muted">{charged}</p>
        <p className="mt-1.5 line-clamp-2 text-muted @max-[10rem]:hidden" dir="auto">
          {record.prompt || record.modelName}
        </p>
      </div>
      <div className="flex shrink-0 items-center gap-1">
        <RemedyButton record={record} remedy={remedy} />
        <Button
          look="quiet"
          size="icon"
          aria-label="Details"
          title="Details"
          onClick={() => setDialogOpen(true)}
        >
          <Info size={14} aria-hidden />
        </Button>
      </div>
      {isDialogOpen ? (
        <FailureDialog
          record={record}
          failure={failure}
          job={job}
          onClose={() => setDialogOpen(false)}
        />
      ) : null}
    </div>
  )
}
