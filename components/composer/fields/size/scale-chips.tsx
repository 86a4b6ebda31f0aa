import { useEffect } from 'react'
import { Chips } from '@/components/ui/chips'
import type { SizeParts } from '@/lib/catalog/field'
import { setFields } from '@/lib/draft/draft'
import { getDraftState } from '@/lib/draft/draft-store'
import { scaledPixels } from '@/lib/draft/size/match-size'
import { usePictureSize } from './use-picture-size'

type Props = { picture: string; parts: SizeParts; width?: number; height?: number }

const scales = [1, 2, 4]

/**
 * An enhancer is asked for pixels, yet people think in multiples of their picture. A new picture
 * sets twice its size, for any fixed size would distort it.
 */
export function ScaleChips({ picture, parts, width, height }: Props) {
  const source = usePictureSize(picture)

  useEffect(() => {
    if (!source) return
    const { width, height } = getDraftState().draft.input
    const fitted = scales.some((scale) => {
      const pixels = scaledPixels(parts, source, scale)
      return pixels?.width === width && pixels?.height === height
    })
    if (!fitted) setFields({ ...scaledPixels(parts, source, 2) })
  }, [source, parts])

  if (!source) return null
  const current = scales.find((scale) => {
    const pixels = scaledPixels(parts, source, scale)
    return pixels?.width === width && pixels?.height === height
  })
  return (
    <Chips
      label="Size by the input picture"
      options={scales.filter((scale) => scaledPixels(parts, source, scale))}
      value={current}
      onChange={(scale) => setFields({ ...scaledPixels(parts, source, scale) })}
      show={(scale) => (scale === 1 ? 'As input' : `${scale} ×`)}
    />
  )
}
