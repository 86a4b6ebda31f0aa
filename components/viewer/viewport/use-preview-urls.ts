import { useEffect, useState } from 'react'
import { imageAddress } from '@/lib/api/jobs'
import { readPreview } from '@/lib/library/previews'
import type { GalleryRecord } from '@/lib/record/record'

/**
 * Addresses of a record's previews, in their order: of the saved bytes, or Krea's own. They are read one
 * after the other, so the list grows. It is for one record: another record needs another React key.
 */
export function usePreviewUrls({ id, previews }: GalleryRecord): string[] {
  const [urls, setUrls] = useState<string[]>([])
  const [objectUrls] = useState(() => new Set<string>())
  const next = previews[urls.length]?.url

  useEffect(() => {
    if (next === undefined) return
    let isCurrent = true
    const add = (blob: Blob | undefined) => {
      if (!isCurrent) return
      const url = blob ? URL.createObjectURL(blob) : imageAddress(next)
      if (blob) objectUrls.add(url)
      setUrls((known) => [...known, url])
    }
    void readPreview(id, urls.length).then(add, () => add(undefined))
    return () => {
      isCurrent = false
    }
  }, [id, next, urls.length, objectUrls])

  useEffect(
    () => () => {
      for (const url of objectUrls) URL.revokeObjectURL(url)
    },
    [objectUrls],
  )
  return urls
}
