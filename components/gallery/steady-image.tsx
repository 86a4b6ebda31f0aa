'use client'

import { useEffect, useState } from 'react'

type Props = {
  /** Null shows nothing; undefined leaves what is shown. */
  src: string | null | undefined
  alt: string
}

/** Then the new picture is shown however far it is: some take long to decode, and none must be kept back. */
const longestMs = 8_000

/** Shows a new picture only once it has decoded; until then the one before stays. No flash. */
export function SteadyImage({ src, alt }: Props) {
  const [shown, setShown] = useState<string | null>(null)

  useEffect(() => {
    if (src === undefined) return
    if (src === null) return setShown(null)
    let current = true
    const image = new Image()
    image.src = src
    const show = () => current && setShown(src)
    const timer = setTimeout(show, longestMs)
    image.decode().then(show, () => clearTimeout(timer))
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [src])

  if (shown === null) return null
  return (
    <img
      src={shown}
      alt={alt}
      draggable={false}
      className="absolute inset-0 size-full object-cover"
    />
  )
}
