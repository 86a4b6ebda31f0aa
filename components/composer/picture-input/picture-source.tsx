import { Upload as UploadIcon } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'
import { GalleryPickerButton } from './gallery-picker-button'

type Props = {
  id: string
  describedBy: string | undefined
  invalid: boolean
  many: boolean
  fromGallery?: boolean
  onFiles: (files: Blob[]) => void
  onAddress: (url: string) => void
}

const addressOf = (text: string) => (/^https?:\/\/\S+$/i.test(text.trim()) ? text.trim() : null)

/** One line that takes a picture however it comes: an address, a paste, a drop, a file. */
export function PictureSource({
  id,
  describedBy,
  invalid,
  many,
  fromGallery = true,
  onFiles,
  onAddress,
}: Props) {
  const [text, setText] = useState('')
  const chooser = useRef<HTMLInputElement>(null)
  const submitAddress = (address: string | null) => {
    if (address) onAddress(address)
    setText(address ? '' : text)
  }
  return (
    <div className="flex gap-1.5">
      <TextInput
        id={id}
        type="url"
        value={text}
        placeholder="Drop, paste, or an address"
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        onChange={({ target }) => setText(target.value)}
        onBlur={() => submitAddress(addressOf(text))}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.metaKey || event.ctrlKey) return
          event.preventDefault()
          submitAddress(addressOf(text))
        }}
        onPaste={(event) => {
          const files = [...event.clipboardData.files]
          const address = addressOf(event.clipboardData.getData('text'))
          if (files.length === 0 && !address) return
          event.preventDefault()
          event.stopPropagation()
          if (files.length > 0) onFiles(files)
          else submitAddress(address)
        }}
      />
      <Button
        size="icon"
        aria-label="Choose a picture from this device"
        title="Choose a picture from this device"
        onClick={() => chooser.current?.click()}
      >
        <UploadIcon size={15} aria-hidden />
      </Button>
      {fromGallery && (
        <GalleryPickerButton onFile={(file) => onFiles([file])} onAddress={onAddress} />
      )}
      <input
        ref={chooser}
        type="file"
        accept="image/*"
        multiple={many}
        hidden
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])])
          target.value = ''
        }}
      />
    </div>
  )
}
