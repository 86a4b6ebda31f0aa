import { Activity } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { lazyPart } from '@/components/ui/lazy-part'
import type { GalleryRecord } from '@/lib/record/record'

const TimelineDialog = lazyPart(() =>
  import('./timeline-dialog').then((file) => file.TimelineDialog),
)

type Props = { record: GalleryRecord; iconOnly?: boolean }

/** Opens the list of a job's requests, for developers. */
export function TimelineButton({ record, iconOnly }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      {iconOnly ? (
        <Button
          look="quiet"
          size="icon"
          aria-label="Timeline"
          title="Timeline"
          onClick={() => setOpen(true)}
        >
          <Activity size={14} aria-hidden />
        </Button>
      ) : (
        <Button onClick={() => setOpen(true)}>
          <Activity size={15} aria-hidden />
          Timeline
        </Button>
      )}
      {open ? <TimelineDialog record={record} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
