import { useEffect, useState } from 'react'
import { imageAddress } from '@/lib/api/jobs'
import { readOtherFile } from '@/lib/library/storage/other-files'
import { finalImages, type GalleryRecord } from '@/lib/record/record'

/** The address of another file of a job: of its saved bytes, else Krea's own. @param at from 1; 0 for none */
export function useOtherFileUrl(record: GalleryRecord, at: number): string | undefined {
  const { id } = record
  const urlAtKrea = finalImages(record)[at]?.url
  const [found, setFound] = useState<{ key: string; url: string }>()
  const key = `${id} ${at}`

  useEffect(() => {
    if (at === 0) return
    let objectUrl: string | undefined
    let isCurrent = true
    const show = (blob: Blob | undefined) => {
      if (!isCurrent) return
      objectUrl = blob && URL.createObjectURL(blob)
      const url = objectUrl ?? (urlAtKrea && imageAddress(urlAtKrea))
      if (url) setFound({ key: `${id} ${at}`, url })
    }
    void readOtherFile(id, at).then(show, () => show(undefined))
    return () => {
      isCurrent = false
      if (objectUrl) URL.revokeObjectURL(objectUrl)
    }
  }, [id, at, urlAtKrea])

  return at > 0 && found?.key === key ? found.url : undefined
}
