'use client'

import { memo, useLayoutEffect, useState } from 'react'
import { later } from '@/components/ui/lazy-part'
import { openPicture } from '@/components/viewer/address'
import { Overlay } from '@/components/viewer/overlay'
import { Caretaker } from './caretaker'
import { Library } from './gallery-view'
import { DropTarget } from './grid/drop-target'
import { Listener } from './notices/job-announcer'
import { Notices } from './notices/notices'
import { Adoption } from './recover-job'
import { StorageWarning } from './storage/storage-warning'
import { QueueBar } from './toolbar/queue-bar'
import { useEntries } from './use-entries'

const StorageDialog = later(() =>
  import('./storage/storage-dialog').then((file) => file.StorageDialog),
)

type Props = { onEmptied: (emptied: boolean) => void }

/** The pictures, and all that looks after them. Tells whether there are none. */
export const Collection = memo(function Collection({ onEmptied }: Props) {
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
        <Library entries={entries} onOpen={openPicture} onStorage={openStorage} />
      ) : null}
      {storage ? <StorageDialog onClose={() => setStorage(false)} /> : null}
      <Overlay />
      <DropTarget />
      <Notices />
      <Listener />
      <Adoption />
      <Caretaker />
    </>
  )
})
