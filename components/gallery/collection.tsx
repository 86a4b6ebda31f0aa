'use client'

import { memo, useLayoutEffect } from 'react'
import { openPicture } from '@/components/viewer/address'
import { Overlay } from '@/components/viewer/overlay'
import { Adoption } from './adoption'
import { Caretaker } from './caretaker'
import { DropTarget } from './drop-target'
import { Library } from './library'
import { Listener } from './listener'
import { Notices } from './notices'
import { QueueBar } from './queue-bar'
import { useEntries } from './use-entries'

type Props = { onEmptied: (emptied: boolean) => void }

/** The pictures, and all that looks after them. Tells whether there are none. */
export const Collection = memo(function Collection({ onEmptied }: Props) {
  const { data: entries } = useEntries()
  const count = entries?.length

  useLayoutEffect(() => {
    if (count !== undefined) onEmptied(count === 0)
  }, [count, onEmptied])

  return (
    <>
      <QueueBar />
      {entries && entries.length > 0 ? <Library entries={entries} onOpen={openPicture} /> : null}
      <Overlay />
      <DropTarget />
      <Notices />
      <Listener />
      <Adoption />
      <Caretaker />
    </>
  )
})
