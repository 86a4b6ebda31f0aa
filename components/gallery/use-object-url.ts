import { useEffect, useState } from 'react'
import { readBlob } from '@/lib/library/records'

/**
 * The address of kept bytes, for as long as the component lives; null until read, or without id. Where
 * an original is gone to save space, its thumbnail takes its place.
 */
export function useObjectUrl(store: 'originals' | 'thumbnails', id: string | null): string | null {
  const [url, setUrl] = useState<string | null>(null)

  useEffect(() => {
    if (id === null) return
    let made: string | undefined
    let gone = false
    void readBest(store, id).then((blob) => {
      if (gone || !blob) return
      made = URL.createObjectURL(blob)
      setUrl(made)
    })
    return () => {
      gone = true
      setUrl(null)
      if (made) URL.revokeObjectURL(made)
    }
  }, [store, id])

  return url
}

const readBest = async (store: 'originals' | 'thumbnails', id: string) =>
  (await readBlob(store, id)) ?? readBlob('thumbnails', id)
