'use client'

import { memo, useLayoutEffect, useState } from 'react'
import { later } from '@/components/ui/later'
import { openPicture } from '@/components/viewer/address'
import { Overlay } from '@/components/viewer/overlay'
import { Adoption } from './adoption'
import { Caretaker } from './caretaker'
import { DropTarget } from './drop-target'
import { Library } from './library'
import { Listener } from './listener'
import { Notices } from './notices'
import { QueueBar } from './queue-bar'
import { StorageWarning } from './storage-warning'
import { useEntries } from './use-entries'

const StorageDialog = later(() => import('./storage-dialog').then((file) => file.StorageDialog))

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
