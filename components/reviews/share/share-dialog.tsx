import { useEffect, useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { prepareServer } from '@/lib/transfer/publish/publish-review'
import { startReviewUploads } from '@/lib/transfer/publish/review-uploads'
import { type SharedPicture, ShareForm } from './share-form'
import { SharedReview } from './shared-review'

type Props = { pictures: SharedPicture[]; title?: string; onClose: () => void }

/** Makes a review of some pictures, and hands out its link. */
export function ShareDialog({ pictures, title, onClose }: Props) {
  const [id, setId] = useState<string | null>(null)
  useEffect(() => void startReviewUploads(), [])
  useEffect(prepareServer, [])
  return (
    <Dialog open onClose={onClose} title={id === null ? 'Share for review' : 'Shared'}>
      {id === null ? (
        <ShareForm pictures={pictures} title={title} onMade={setId} />
      ) : (
        <SharedReview id={id} />
      )}
    </Dialog>
  )
}
