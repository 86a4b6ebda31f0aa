import { useEffect, useState } from 'react'
import type { Pixels } from '@/lib/draft/size/size'

/** The size of the picture at an address; `null` until it is known. */
export function usePictureSize(url: string): Pixels | null {
  const [known, setKnown] = useState<{ url: string; size: Pixels } | null>(null)
  useEffect(() => {
    const image = new Image()
    image.referrerPolicy = 'no-referrer'
    image.onload = () =>
      setKnown({ url, size: { width: image.naturalWidth, height: image.naturalHeight } })
    image.src = url
    return () => {
      image.onload = null
    }
  }, [url])
  return known?.url === url ? known.size : null
}
