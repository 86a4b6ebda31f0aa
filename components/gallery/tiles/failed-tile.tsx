import { Info } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { lazyPart } from '@/components/ui/lazy-part'
import type { Job } from '@/lib/contract/jobs'
import { failureCard } from '@/lib/record/failure-card'
import type { Failure, GalleryRecord } from '@/lib/record/record'
import { CompactTile } from './compact-tile'
import { RemedyButton } from './remedy-button'

const FailureDialog = lazyPart(() => import('./failure-dialog').then((file) => file.FailureDialog))

type Props = { record: GalleryRecord; failure: Failure; job: Job | null }

/** A failed job: the reason, the cost, and the one action that helps. */
export function FailedTile({ record, failure, job }: Props) {
  const [isDialogOpen, setDialogOpen] = useState(false)
  const { sentence, charged, remedy } = failureCard(failure, job !== null)

  return (
    <CompactTile
      title={<span className="text-danger">{sentence}</span>}
      note={`${charged} ${record.prompt || record.modelName}`}
    >
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
      {isDialogOpen ? (
        <FailureDialog
          record={record}
          failure={failure}
          job={job}
          onClose={() => setDialogOpen(false)}
        />
      ) : null}
    </CompactTile>
  )
}
