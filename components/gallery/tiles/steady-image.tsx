import { useEffect, useEffectEvent, useState } from 'react'

type Props = {
  /** Null shows nothing; undefined keeps the current picture. */
  src: string | null | undefined
  alt: string
  /** Whether it is another picture than the one before, and comes into being over it. */
  emerges: boolean
  /** Called if it cannot be shown: it is no picture, or not whole. */
  onError: () => void
}

type Layer = { src: string; emerges: boolean }

/** After this time the new picture is shown even if it has not decoded. */
const maxDecodeMs = 8_000

/** Replaces its picture without a flash: the previous one stays below the new one until that is wholly there. */
export function SteadyImage({ src, alt, emerges, onError }: Props) {
  const [layers, setLayers] = useState<Layer[]>([])

  // With nothing below it, a saved picture waits for nothing.
  const shown = layers.length === 0 && src && !emerges ? [{ src, emerges }] : layers

  const reportError = useEffectEvent(onError)

  useEffect(() => {
    if (src === undefined) return
    if (src === null) return setLayers([])
    let current = true
    if (!emerges) setLayers((now) => (now.length === 0 ? [{ src, emerges }] : now))
    const image = new Image()
    image.src = src
    const show = () =>
      current &&
      setLayers((now) => (now.at(-1)?.src === src ? now : [...now.slice(-2), { src, emerges }]))
    const timer = setTimeout(show, maxDecodeMs)
    image.decode().then(show, () => {
      clearTimeout(timer)
      if (!current) return
      setLayers((now) => now.filter((layer) => layer.src !== src))
      reportError()
    })
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [src, emerges])

  const removeLayersBelow = (layer: Layer) =>
    setLayers((now) => (now.at(-1) === layer ? [layer] : now))

  return shown.map((layer, index) => (
    <img
      key={layer.src}
      src={layer.src}
      alt={index === shown.length - 1 ? alt : ''}
      draggable={false}
      onAnimationEnd={() => removeLayersBelow(layer)}
      onLoad={({ currentTarget }) => {
        const remove = () => layer.emerges || removeLayersBelow(layer)
        void currentTarget.decode().then(remove, remove)
      }}
      className={`absolute inset-0 size-full object-cover ${layer.emerges ? 'animate-emerge' : ''}`}
    />
  ))
}
