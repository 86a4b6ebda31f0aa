import { Check } from 'lucide-react'
import { useState } from 'react'
import { useEntries } from '@/components/gallery/use-entries'
import { useObjectUrl } from '@/components/gallery/use-object-url'
import { useRecord } from '@/components/gallery/use-records'
import { Button } from '@/components/ui/button'
import { Dialog, focusFromTitle } from '@/components/ui/dialog'
import { TextInput } from '@/components/ui/text-input'
import { emptyQuery, search } from '@/lib/record/search'
import { inputsFromRecords } from './inputs-from-records'

type Props = {
  /** With 1, a click chooses the picture and closes. */
  max: number
  onFiles: (files: Blob[]) => void
  onAddress: (url: string) => void
  onClose: () => void
}

const maxShown = 120

/** Finished pictures of this browser, as inputs of another. */
export function GalleryPicker({ max, onFiles, onAddress, onClose }: Props) {
  const { data: entries, error } = useEntries()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<string[]>([])
  const done = (error ? [] : entries)?.filter(({ kind }) => kind === 'done')
  const shown = done && search(done, { ...emptyQuery, text: text }, Date.now()).slice(0, maxShown)

  const finish = async (ids: string[]) => {
    const { files, urls } = await inputsFromRecords(ids)
    if (files.length > 0) onFiles(files)
    for (const url of urls) onAddress(url)
    onClose()
  }
  const choose = (id: string) => {
    if (max === 1) void finish([id])
    else if (chosen.includes(id)) setChosen(chosen.filter((one) => one !== id))
    else if (chosen.length < max) setChosen([...chosen, id])
  }
  return (
    <Dialog open onClose={onClose} title="Choose from gallery" size="wide">
      {done?.length === 0 ? (
        <p className="py-6 text-center text-muted">No pictures yet.</p>
      ) : done ? (
        <div className="grid gap-3">
          <TextInput
            type="search"
            aria-label="Search pictures"
            placeholder="Search"
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <ul className="grid min-h-40 content-start grid-cols-3 gap-1.5 sm:grid-cols-5">
            {shown?.map(({ id }, at) => (
              <li key={id}>
                <PictureOption
                  id={id}
                  isFirst={at === 0}
                  position={max === 1 ? undefined : chosen.indexOf(id)}
                  onChoose={() => choose(id)}
                />
              </li>
            ))}
          </ul>
          {max > 1 && (
            <div className="sticky bottom-0 -mx-5 -mb-5 flex items-center justify-between gap-3 border-t bg-panel px-5 py-3">
              <p aria-live="polite" className="text-muted text-xs">
                {chosen.length} chosen{Number.isFinite(max) ? `, up to ${max}` : ''}
              </p>
              <Button
                look="primary"
                disabled={chosen.length === 0}
                onClick={() => void finish(chosen)}
              >
                {chosen.length === 1 ? 'Use 1 picture' : `Use ${chosen.length} pictures`}
              </Button>
            </div>
          )}
        </div>
      ) : null}
    </Dialog>
  )
}

type OptionProps = {
  id: string
  isFirst: boolean
  /** In the order of choice; -1 when not chosen, undefined where a click chooses at once. */
  position: number | undefined
  onChoose: () => void
}

function PictureOption({ id, isFirst, position, onChoose }: OptionProps) {
  const record = useRecord(id)
  const url = useObjectUrl('thumbnails', id)
  const name = record?.prompt || record?.modelName || 'a picture'
  const isChosen = position !== undefined && position >= 0
  return (
    <button
      type="button"
      aria-label={`Use: ${name}`}
      aria-pressed={position === undefined ? undefined : isChosen}
      title={name}
      ref={isFirst ? focusFromTitle : undefined}
      data-autofocus={isFirst || undefined}
      onClick={onChoose}
      className="relative block aspect-square w-full overflow-hidden rounded-md bg-raised hover:brightness-110 aria-pressed:outline-2 aria-pressed:outline-accent"
    >
      {url && <img src={url} alt="" className="size-full object-cover" />}
      {isChosen && (
        <span className="absolute top-1 right-1 grid h-5 min-w-5 place-items-center rounded-full bg-accent px-1 text-2xs text-on-accent">
          {position === undefined ? <Check size={12} aria-hidden /> : position + 1}
        </span>
      )}
    </button>
  )
}
