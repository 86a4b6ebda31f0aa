import { useEffect, useRef, useState } from 'react'

export type Upload = {
  id: number
  file: Blob
  /** An object address of the file, for its thumbnail. */
  preview: string
  /** From 0 to 1; 0 while the picture is being reduced. */
  share: number
  fault: string | null
}

/** The uploads of one field: each can be cancelled, and tried again when it failed. */
export function useUploads(onDone: (url: string) => void) {
  const [uploads, setUploads] = useState<Upload[]>([])
  const running = useRef(new Map<number, AbortController>())
  const done = useRef(onDone)
  done.current = onDone

  useEffect(() => {
    const { current } = running
    return () => {
      for (const controller of current.values()) controller.abort()
    }
  }, [])

  const change = (id: number, part: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)))

  const remove = ({ id, preview }: Upload) => {
    running.current.get(id)?.abort()
    URL.revokeObjectURL(preview)
    setUploads((all) => all.filter((one) => one.id !== id))
  }

  const run = async (upload: Upload) => {
    const controller = new AbortController()
    running.current.set(upload.id, controller)
    change(upload.id, { share: 0, fault: null })
    try {
      const [{ reducePicture }, { uploadPicture }, { addPictureSource }] = await Promise.all([
        import('@/lib/engine/reduce-picture'),
        import('@/lib/api/upload-picture'),
        import('@/lib/library/picture-sources'),
      ])
      const picture = await reducePicture(upload.file)
      controller.signal.throwIfAborted()
      const url = await uploadPicture(
        picture,
        (share) => change(upload.id, { share }),
        controller.signal,
      )
      addPictureSource(upload.file, url)
      remove(upload)
      done.current(url)
    } catch (error) {
      if (!controller.signal.aborted)
        change(upload.id, { fault: error instanceof Error ? error.message : String(error) })
    } finally {
      running.current.delete(upload.id)
    }
  }

  const start = (files: Iterable<Blob>) => {
    const added = [...files].map((file) => ({
      id: nextId++,
      file,
      preview: URL.createObjectURL(file),
      share: 0,
      fault: null,
    }))
    setUploads((all) => [...all, ...added])
    for (const upload of added) void run(upload)
  }

  return { uploads, start, retry: run, remove }
}

let nextId = 1
