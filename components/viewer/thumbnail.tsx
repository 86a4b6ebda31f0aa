import { useObjectUrl } from '@/components/gallery/use-object-url'

/** Decorative: the button around it has the accessible name. */
export function Thumbnail({ id }: { id: string }) {
  const url = useObjectUrl('thumbnails', id)
  return (
    <span className="block size-full overflow-hidden rounded bg-raised">
      {url ? <img src={url} alt="" className="size-full object-cover" /> : null}
    </span>
  )
}
