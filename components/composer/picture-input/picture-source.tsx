import { Upload as UploadIcon } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'
import { isComposing } from '@/lib/browser/key-events'
import { markVisited } from '@/lib/draft/draft'
import type { ControlProps } from '../fields/field-frame'
import { useInputError } from '../fields/use-input-error'
import { GalleryPickerButton } from './gallery-picker-button'

type Props = {
  /** The property that the pictures are for. */
  name: string
  control: ControlProps
  /** How many files may be chosen together. */
  maxFiles: number
  /** The picture is the main input: it gets a drop area. */
  large?: boolean
  fromGallery?: boolean
  onFiles: (files: Blob[]) => void
  onAddress: (url: string) => void
}

function addressOf(text: string): string | null {
  const trimmed = text.trim()
  return /^https?:\/\/\S+$/i.test(trimmed) && URL.canParse(trimmed) ? trimmed : null
}

/** Takes a picture by URL, paste, drop, from a file or from the gallery. */
export function PictureSource({
  name,
  control,
  maxFiles,
  large,
  fromGallery = true,
  ...on
}: Props) {
  const [text, setText] = useState('')
  const chooser = useRef<HTMLInputElement>(null)
  const { id, describedBy, invalid } = control
  useInputError(
    name,
    text.trim() === '' ? null : 'Not an address. Enter a URL that starts with https://.',
  )
  const add = (typed: string) => {
    const address = addressOf(typed)
    if (address) on.onAddress(address)
    setText(address ? '' : typed)
  }
  return (
    <div
      className={
        large
          ? 'grid gap-2.5 rounded-md border border-control border-dashed p-3'
          : 'grid grid-cols-1'
      }
    >
      {large && (
        <p className="pt-2 text-center text-muted text-xs">
          Drop an image anywhere on this page, or paste it.
        </p>
      )}
      <div className="flex gap-1.5">
        <TextInput
          id={id}
          inputMode="url"
          value={text}
          placeholder="Drop, paste, or enter a URL"
          spellCheck={false}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          onChange={({ target }) => setText(target.value)}
          onBlur={() => add(text)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.repeat || isComposing(event.nativeEvent)) return
            add(text)
            markVisited([name])
            // ⌘ Enter also generates, with the address just added.
            if (!event.metaKey && !event.ctrlKey) event.preventDefault()
          }}
          onPaste={(event) => {
            const files = [...event.clipboardData.files]
            const address = addressOf(event.clipboardData.getData('text'))
            if (files.length === 0 && !address) return
            event.preventDefault()
            event.stopPropagation()
            if (files.length > 0) on.onFiles(files)
            else if (address) add(address)
          }}
        />
        <Button
          size="icon"
          aria-label="Upload from this device"
          title="Upload from this device"
          onClick={() => chooser.current?.click()}
        >
          <UploadIcon size={15} aria-hidden />
        </Button>
        {fromGallery && <GalleryPickerButton max={maxFiles} {...on} />}
        <input
          ref={chooser}
          type="file"
          accept="image/*"
          multiple={maxFiles > 1}
          hidden
          onChange={({ target }) => {
            on.onFiles([...(target.files ?? [])])
            target.value = ''
          }}
        />
      </div>
    </div>
  )
}
