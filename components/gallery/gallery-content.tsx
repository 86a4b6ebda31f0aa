import { memo, useLayoutEffect, useState } from 'react'
import { lazyPart } from '@/components/ui/lazy-part'
import { openPicture } from '@/components/viewer/address'
import { Overlay } from '@/components/viewer/overlay'
import { EngineTasks } from './engine-tasks'
import { GalleryView } from './gallery-view'
import { DropTarget } from './grid/drop-target'
import { JobAnnouncer } from './notices/job-announcer'
import { Notices } from './notices/notices'
import { RecoverJobFromAddress } from './recover-job'
import { StorageWarning } from './storage/storage-warning'
import { QueueBar } from './toolbar/queue-bar'
import { useEntries } from './use-entries'

const StorageDialog = lazyPart(() =>
  import('./storage/storage-dialog').then((file) => file.StorageDialog),
)

type Props = { onEmptied: (emptied: boolean) => void }

/** The pictures, and all that looks after them. Tells whether there are none. */
export const GalleryContent = memo(function Collection({ onEmptied }: Props) {
  const { data: entries } = useEntries()
  const count = entries?.length
  const [storage, setStorage] = useState(false)
  const openStorage = () => setStorage(true)

  useLayoutEffect(() => {
    if (count !== undefined) onEmptied(count === 0)
  }, [count, onEmptied])

  return (
    <>
      <QueueBar />
      <StorageWarning onOpen={openStorage} />
      {entries && entries.length > 0 ? (
        <GalleryView entries={entries} onOpen={openPicture} onStorage={openStorage} />
      ) : null}
      {storage ? <StorageDialog onClose={() => setStorage(false)} /> : null}
      <Overlay />
      <DropTarget />
      <Notices />
      <JobAnnouncer />
      <RecoverJobFromAddress />
      <EngineTasks />
    </>
  )
})
