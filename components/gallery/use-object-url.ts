import { useEffect, useState } from 'react'
import { readUntilDone } from '@/lib/library/storage/read-until-done'
import { readShownFile } from '@/lib/library/storage/shown-file'

/** An object URL of saved bytes, which no image can load where they are missing; null until read, or without an id. */
export function useObjectUrl(store: 'originals' | 'thumbnails', id: string | null): string | null {
  const [url, setUrl] = useState<string | null>(null)

  useEffect(() => {
    if (id === null) return
    let objectUrl: string | undefined
    let isCurrent = true
    const show = (blob: Blob) => {
      if (!isCurrent) return
      objectUrl = URL.createObjectURL(blob)
      setUrl(objectUrl)
    }
    readUntilDone(
      () => readShownFile(store, id),
      () => isCurrent,
    ).then(show, () => undefined)
    return () => {
      isCurrent = false
      setUrl(null)
      if (objectUrl) URL.revokeObjectURL(objectUrl)
    }
  }, [store, id])

  return url
}
