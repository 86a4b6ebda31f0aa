import { useEffect, useState } from 'react'
import { readBlob } from '@/lib/library/records'

/**
 * An object URL of saved bytes; null until read, or without an id. If an original was deleted to free
 * space, its thumbnail replaces it.
 */
export function useObjectUrl(store: 'originals' | 'thumbnails', id: string | null): string | null {
  const [url, setUrl] = useState<string | null>(null)

  useEffect(() => {
    if (id === null) return
    let objectUrl: string | undefined
    let isCurrent = true
    void readWithFallback(store, id).then((blob) => {
      if (!isCurrent || !blob) return
      objectUrl = URL.createObjectURL(blob)
      setUrl(objectUrl)
    })
    return () => {
      isCurrent = false
      setUrl(null)
      if (objectUrl) URL.revokeObjectURL(objectUrl)
    }
  }, [store, id])

  return url
}

const readWithFallback = async (store: 'originals' | 'thumbnails', id: string) =>
  (await readBlob(store, id)) ?? readBlob('thumbnails', id)
