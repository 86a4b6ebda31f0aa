'use client'

import { useEffect, useState } from 'react'
import { useObjectUrl } from '@/components/gallery/use-object-url'
import { Dialog } from '@/components/ui/dialog'
import { readDonePictures } from '@/lib/gallery/done-pictures'
import type { GalleryRecord } from '@/lib/gallery/record'
import { readBlob } from '@/lib/gallery/store'

type Props = { onFile: (file: Blob) => void; onClose: () => void }

/** A finished picture of this browser, as the input of another; its own bytes are sent. */
export function GalleryChooser({ onFile, onClose }: Props) {
  const [records, setRecords] = useState<GalleryRecord[] | null>(null)
  useEffect(() => {
    readDonePictures().then(setRecords, () => setRecords([]))
  }, [])
  const take = async ({ id }: GalleryRecord) => {
    const file = await readBlob('originals', id)
    if (file) onFile(file)
    onClose()
  }
  return (
    <Dialog open onClose={onClose} title="Choose from the gallery" wide>
      {records?.length === 0 && (
        <p className="py-6 text-center text-muted">No picture is finished yet.</p>
      )}
      <ul className="grid grid-cols-3 gap-1.5 sm:grid-cols-5">
        {records?.map((record) => (
          <li key={record.id}>
            <Choice record={record} onTake={() => void take(record)} />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function Choice({ record, onTake }: { record: GalleryRecord; onTake: () => void }) {
  const url = useObjectUrl('thumbnails', record.id)
  const name = record.prompt || record.modelName
  return (
    <button
      type="button"
      aria-label={`Use: ${name}`}
      title={name}
      onClick={onTake}
      className="block aspect-square w-full overflow-hidden rounded-md bg-raised hover:brightness-110"
    >
      {url && <img src={url} alt="" className="size-full object-cover" />}
    </button>
  )
}
