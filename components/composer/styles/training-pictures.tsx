import { X } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { GalleryPickerButton } from '../picture-input/gallery-picker-button'
import type { useTrainingPictures } from './use-training-pictures'

type Props = ReturnType<typeof useTrainingPictures>

/** Chooses the pictures that a style is trained on. */
export function TrainingPictures({ pictures, addFiles, addAddress, remove }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <fieldset className="grid grid-cols-1 gap-1.5">
      <legend className="mb-1.5 font-medium text-[0.8125rem]">Pictures</legend>
      <div className="flex items-center gap-1.5">
        <input
          ref={input}
          type="file"
          multiple
          accept="image/*"
          aria-label="Pictures to train on"
          className="sr-only"
          onChange={({ target }) => {
            addFiles(target.files ?? [])
            target.value = ''
          }}
        />
        <Button size="sm" className="h-8" onClick={() => input.current?.click()}>
          Choose files
        </Button>
        <GalleryPickerButton
          max={Number.POSITIVE_INFINITY}
          onFiles={addFiles}
          onAddress={addAddress}
        />
        <span role="status" className="text-muted text-xs">
          {pictures.length === 1 ? '1 picture' : `${pictures.length} pictures`}
        </span>
      </div>
      <ul className="grid grid-cols-4 gap-1.5 sm:grid-cols-8">
        {pictures.map(({ id, preview, state }, at) => (
          <li key={id} className="relative">
            <img
              src={preview}
              alt=""
              referrerPolicy="no-referrer"
              className={`aspect-square w-full rounded-md bg-raised object-cover ${state.kind === 'ready' ? '' : 'opacity-45'}`}
            />
            {state.kind === 'failed' && (
              <p role="alert" className="text-2xs text-danger">
                {state.message}
              </p>
            )}
            <Button
              size="icon"
              aria-label={`Remove picture ${at + 1}`}
              className="absolute top-1 right-1 size-6"
              onClick={() => remove(id)}
            >
              <X size={12} aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
