import { Activity } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { lazyPart } from '@/components/ui/lazy-part'
import type { GalleryRecord } from '@/lib/record/record'

const TimelineDialog = lazyPart(() =>
  import('./timeline-dialog').then((file) => file.TimelineDialog),
)

/** The way to all requests of a job, for developers. */
export function TimelineButton({ record, bare }: { record: GalleryRecord; bare?: boolean }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      {bare ? (
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
