import { useEffect, useState } from 'react'

type Props = {
  /** Null shows nothing; undefined keeps the current picture. */
  src: string | null | undefined
  alt: string
}

/** After this time the new picture is shown even if it has not decoded. */
const maxDecodeMs = 8_000

/** Replaces its picture without a flash: the previous one stays below the new one until that has decoded. */
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
    const timer = setTimeout(show, maxDecodeMs)
    image.decode().then(show, () => clearTimeout(timer))
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [src])

  const removeLayersBelow = async (image: HTMLImageElement, layer: string) => {
    await image.decode().catch(() => undefined)
    setLayers((now) => (now.at(-1) === layer ? [layer] : now))
  }

  return layers.map((layer, index) => (
    <img
      key={layer}
      src={layer}
      alt={index === layers.length - 1 ? alt : ''}
      draggable={false}
      onLoad={({ currentTarget }) => void removeLayersBelow(currentTarget, layer)}
      className="absolute inset-0 size-full object-cover"
    />
  ))
}
