import { usePictureUrls } from '@/components/viewer/viewport/use-picture-urls'
import type { Entry } from '@/lib/record/entry'

type Props = {
  picture: Entry
  /** Loaded ahead. */
  neighbours: (Entry | undefined)[]
  label: string
}

/** One picture as large as the screen. */
export function PresentedPicture({ picture, neighbours, label }: Props) {
  const ids = [picture, ...neighbours].flatMap((one) => one?.id ?? [])
  const url = usePictureUrls([...new Set(ids)]).get(picture.id)
  return url ? (
    <img key={url} src={url} alt={label} className="absolute inset-0 size-full object-contain" />
  ) : null
}
