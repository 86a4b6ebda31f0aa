import { useObjectUrl } from '@/components/gallery/use-object-url'

/** A kept picture, small. What it shows is for its button to say. */
export function Thumbnail({ id }: { id: string }) {
  const url = useObjectUrl('thumbnails', id)
  return (
    <span className="block size-full overflow-hidden rounded bg-raised">
      {url ? <img src={url} alt="" className="size-full object-cover" /> : null}
    </span>
  )
}
