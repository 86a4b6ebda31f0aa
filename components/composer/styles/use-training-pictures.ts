import { useEffect, useRef, useState } from 'react'

export type TrainingPicture = {
  id: number
  /** For its thumbnail. */
  preview: string
  state:
    | { kind: 'uploading' }
    | { kind: 'ready'; url: string }
    | { kind: 'failed'; message: string }
}

let nextId = 1

/** The pictures that a style is trained on, in the order of choice. They are uploaded three at a time. */
export function useTrainingPictures() {
  const [pictures, setPictures] = useState<TrainingPicture[]>([])
  const controller = useRef<AbortController | null>(null)
  useEffect(() => () => controller.current?.abort(), [])

  const setState = (id: number, state: TrainingPicture['state']) =>
    setPictures((all) => all.map((one) => (one.id === id ? { ...one, state } : one)))

  function addFiles(files: Iterable<Blob>): void {
    controller.current ??= new AbortController()
    const { signal } = controller.current
    const added = [...files].map((file) => ({
      file,
      picture: newPicture(URL.createObjectURL(file), { kind: 'uploading' }),
    }))
    setPictures((all) => [...all, ...added.map(({ picture }) => picture)])
    const queue = [...added]
    const work = async () => {
      for (let next = queue.shift(); next && !signal.aborted; next = queue.shift()) {
        const { file, picture } = next
        setState(picture.id, await uploaded(file, signal))
      }
    }
    for (let worker = 0; worker < maxUploads; worker++) void work()
  }

  const addAddress = (url: string) =>
    setPictures((all) => [...all, newPicture(url, { kind: 'ready', url })])

  const remove = (id: number) => setPictures((all) => all.filter((one) => one.id !== id))

  return { pictures, addFiles, addAddress, remove }
}

const maxUploads = 3

const newPicture = (preview: string, state: TrainingPicture['state']): TrainingPicture => ({
  id: nextId++,
  preview,
  state,
})

async function uploaded(file: Blob, signal: AbortSignal): Promise<TrainingPicture['state']> {
  try {
    const [{ reducePicture }, { uploadPicture }] = await Promise.all([
      import('@/lib/engine/pictures/reduce-picture'),
      import('@/lib/api/upload-picture'),
    ])
    const { picture } = await reducePicture(file)
    const url = await uploadPicture(picture, () => undefined, signal)
    return { kind: 'ready', url }
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}
