import { useEffect, useState } from 'react'

type Props = {
  /** Null shows nothing; undefined leaves what is shown. */
  src: string | null | undefined
  alt: string
}

/** Then the new picture is shown however far it is: some take long to decode, and none must be kept back. */
const longestMs = 8_000

/**
 * Shows a new picture only once it has decoded; until then the one before stays, and below it until the
 * new one stands in its own element. No flash.
 */
export function SteadyImage({ src, alt }: Props) {
  const [layers, setLayers] = useState<string[]>([])

  useEffect(() => {
    if (src === undefined) return
    if (src === null) return setLayers([])
    let current = true
    const image = new Image()
    image.src = src
    const show = () =>
      current && setLayers((now) => (now.at(-1) === src ? now : [...now.slice(-1), src]))
    const timer = setTimeout(show, longestMs)
    image.decode().then(show, () => clearTimeout(timer))
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [src])

  const settle = async (image: HTMLImageElement, layer: string) => {
    await image.decode().catch(() => undefined)
    setLayers((now) => (now.at(-1) === layer ? [layer] : now))
  }

  return layers.map((layer, index) => (
    <img
      key={layer}
      src={layer}
      alt={index === layers.length - 1 ? alt : ''}
      draggable={false}
      onLoad={({ currentTarget }) => void settle(currentTarget, layer)}
      className="absolute inset-0 size-full object-cover"
    />
  ))
}
