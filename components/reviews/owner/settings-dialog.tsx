import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { Review } from '@/lib/contract/reviews/review'
import { OptionFields } from '../share/option-fields'
import type { SendChange } from './use-owned-review'

type Props = { review: Review; send: SendChange; onClose: () => void }

/** What guests may do and see can change while they are here; their pages follow by themselves. */
export function SettingsDialog({ review, send, onClose }: Props) {
  const [options, setOptions] = useState(review.options)
  const [isBusy, setBusy] = useState(false)

  async function save() {
    setBusy(true)
    const isWritten = await send((calls) => calls.setOptions(options))
    if (isWritten) onClose()
    else setBusy(false)
  }

  return (
    <Dialog open onClose={onClose} title="What guests may do and see">
      <div className="grid gap-5">
        <OptionFields options={options} onChange={setOptions} />
        <Button look="primary" disabled={isBusy} onClick={() => void save()} className="w-fit">
          Save
        </Button>
      </div>
    </Dialog>
  )
}
