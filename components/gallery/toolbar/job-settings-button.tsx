import { BellRing } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { lazyPart } from '@/components/ui/lazy-part'

const JobSettingsDialog = lazyPart(() =>
  import('./job-settings-dialog').then((file) => file.JobSettingsDialog),
)

/** Opens the settings of jobs and notifications. */
export function JobSettingsButton() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        look="quiet"
        size="icon"
        aria-label="Jobs and notifications"
        title="Jobs and notifications"
        onClick={() => setOpen(true)}
      >
        <BellRing size={16} aria-hidden />
      </Button>
      {open ? <JobSettingsDialog onClose={() => setOpen(false)} /> : null}
    </>
  )
}
