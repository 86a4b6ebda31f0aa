import { Button } from '@/components/ui/button'
import type { SizeParts } from '@/lib/catalog/field'
import { setFields } from '@/lib/draft/draft'
import { matchedSize } from '@/lib/draft/size/match-size'
import { useDraft } from '@/lib/draft/use-draft'
import { usePictureSize } from './use-picture-size'

type Props = { picture: string; parts: SizeParts; byPixels: boolean }

/** Gives the result the shape of the input picture, as near as the model can. */
export function MatchInput({ picture, parts, byPixels }: Props) {
  const source = usePictureSize(picture)
  const size = source && matchedSize(parts, source, byPixels)
  const isMatched = useDraft(
    ({ draft }) =>
      size !== null && Object.entries(size).every(([name, value]) => draft.input[name] === value),
  )
  if (!size) return null
  return (
    <Button
      look="quiet"
      size="sm"
      aria-pressed={isMatched}
      className="aria-pressed:text-ink"
      onClick={() => setFields(size)}
    >
      Match input
    </Button>
  )
}
