import { useEntries } from '@/components/gallery/use-entries'
import { useObjectUrl } from '@/components/gallery/use-object-url'
import { useRecord } from '@/components/gallery/use-records'
import { Dialog } from '@/components/ui/dialog'
import { rememberPictureSource, rememberUploadSource } from '@/lib/library/picture-sources'
import { readBlob } from '@/lib/library/records'
import { finalUrl, type GalleryRecord } from '@/lib/record/record'

type Props = {
  onFile: (file: Blob) => void
  onAddress: (url: string) => void
  onClose: () => void
}

const maxShown = 120

/**
 * A finished picture of this browser, as the input of another; its own bytes are sent, or the address that
 * Krea gave where they had to make room.
 */
export function GalleryPicker({ onFile, onAddress, onClose }: Props) {
  const { data: entries, error } = useEntries()
  const done = (error ? [] : entries)?.filter(({ kind }) => kind === 'done').slice(0, maxShown)
  const choose = async (record: GalleryRecord) => {
    const file = await readBlob('originals', record.id)
    const url = finalUrl(record)
    if (file) {
      rememberUploadSource(file, record.id)
      onFile(file)
    } else if (url) {
      rememberPictureSource(url, record.id)
      onAddress(url)
    }
    onClose()
  }
  return (
    <Dialog open onClose={onClose} title="Choose from the gallery" wide>
      {done?.length === 0 && (
        <p className="py-6 text-center text-muted">No picture is finished yet.</p>
      )}
      <ul className="grid grid-cols-3 gap-1.5 sm:grid-cols-5">
        {done?.map(({ id }) => (
          <li key={id}>
            <PictureOption id={id} onSelect={choose} />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

type ChoiceProps = { id: string; onSelect: (record: GalleryRecord) => Promise<void> }

function PictureOption({ id, onSelect }: ChoiceProps) {
  const record = useRecord(id)
  const url = useObjectUrl('thumbnails', id)
  const name = record?.prompt || record?.modelName || 'a picture'
  return (
    <button
      type="button"
      aria-label={`Use: ${name}`}
      title={name}
      onClick={() => record && void onSelect(record)}
      className="block aspect-square w-full overflow-hidden rounded-md bg-raised hover:brightness-110"
    >
      {url && <img src={url} alt="" className="size-full object-cover" />}
    </button>
  )
}
