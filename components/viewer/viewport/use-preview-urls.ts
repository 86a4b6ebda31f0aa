import { useEffect, useState } from 'react'
import { imageAddress } from '@/lib/api/jobs'
import { readPreview } from '@/lib/library/previews'
import type { GalleryRecord } from '@/lib/record/record'

/**
 * Where a record's pictures on the way are to be had, in their order: kept here, or as long as Krea has
 * them. Fewer than there are until they are read. For one record only: another needs another key.
 */
export function usePreviewUrls({ id, previews }: GalleryRecord): string[] {
  const [urls, setUrls] = useState<string[]>([])
  const [made] = useState(() => new Set<string>())
  const next = previews[urls.length]?.url

  useEffect(() => {
    if (next === undefined) return
    let gone = false
    const add = (blob: Blob | undefined) => {
      if (gone) return
      const url = blob ? URL.createObjectURL(blob) : imageAddress(next)
      if (blob) made.add(url)
      setUrls((known) => [...known, url])
    }
    void readPreview(id, urls.length).then(add, () => add(undefined))
    return () => {
      gone = true
    }
  }, [id, next, urls.length, made])

  useEffect(
    () => () => {
      for (const url of made) URL.revokeObjectURL(url)
    },
    [made],
  )
  return urls
}
