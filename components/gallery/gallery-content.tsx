import { memo, useEffect, useLayoutEffect, useState } from 'react'
import { resumeUploads } from '@/components/reviews/share/resume-uploads'
import { lazyPart } from '@/components/ui/lazy-part'
import { Overlay } from '@/components/viewer/overlay'
import { openPicture } from '@/components/viewer/overlay-address'
import { GalleryView } from './gallery-view'
import { DropTarget } from './grid/drop-target'
import { JobPollers } from './job-pollers'
import { Notices } from './notices/notices'
import { RecoverJobFromAddress } from './recover-job-from-address'
import { StorageWarning } from './storage/storage-warning'
import { useEngine } from './use-engine'
import { useNewestEntriesFirst } from './use-entries'
import { useHasBeenShown } from './use-has-been-shown'

const StorageDialog = lazyPart(() =>
  import('./storage/storage-dialog').then((file) => file.StorageDialog),
)

type Props = { onEmpty: (isEmpty: boolean) => void }

/** The pictures and everything that works on them. Reports whether there are none. */
export const GalleryContent = memo(function GalleryContent({ onEmpty }: Props) {
  const { entries, areAll } = useNewestEntriesFirst()
  const count = entries?.length
  const hasBeenShown = useHasBeenShown()
  useEngine()
  const [isStorageOpen, setStorageOpen] = useState(false)
  useEffect(resumeUploads, [])
  const openStorage = () => setStorageOpen(true)

  useLayoutEffect(() => {
    if (count !== undefined) onEmpty(count === 0)
  }, [count, onEmpty])

  return (
    <>
      <StorageWarning onOpen={openStorage} />
      {entries && entries.length > 0 && hasBeenShown ? (
        <GalleryView
          entries={entries}
          areAll={areAll}
          onOpen={openPicture}
          onStorage={openStorage}
        />
      ) : null}
      {isStorageOpen ? <StorageDialog onClose={() => setStorageOpen(false)} /> : null}
      <Overlay />
      <DropTarget />
      <Notices />
      <RecoverJobFromAddress />
      <JobPollers />
    </>
  )
})
