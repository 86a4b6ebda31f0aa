import { memo, useEffect, useMemo, useState } from 'react'
import { lazyPart } from '@/components/ui/lazy-part'
import { setCookie } from '@/lib/browser/cookie'
import { useHasInteracted } from '@/lib/browser/first-interaction'
import { hasPicturesCookie, hasPicturesCookieName } from '@/lib/browser/has-pictures-cookie'
import type { Model } from '@/lib/catalog/field'
import { preloadNewestEntries } from '@/lib/library/newest-entries'
import { EmptyGallery, type Example } from './empty-gallery'
import { GalleryContext } from './gallery-context'
import { LiveRegion } from './notices/live-region'
import { useHasPictures } from './use-has-pictures'

/** Everything that an empty gallery does not need. It is preloaded when a first picture is likely. */
export const LazyGalleryContent = lazyPart(() =>
  import('./gallery-content').then((file) => file.GalleryContent),
)

const StorageUnavailable = lazyPart(() =>
  import('./storage-unavailable').then((file) => file.StorageUnavailable),
)

// A browser that has pictures loads them, and the code that shows them, during hydration.
if (hasPicturesCookie()) {
  LazyGalleryContent.preload()
  preloadNewestEntries()
}

type Props = {
  models: Model[]
  examples: Example[]
  /** The cookie says that this browser has pictures: the server renders no empty gallery. */
  hasPicturesHint: boolean
  /** A record's settings are in the composer now: the page shows it. */
  onEdit?: () => void
}

/** Every picture and every job, newest first. All props have to be stable, to avoid rerenders. */
export const Gallery = memo(function Gallery(props: Props) {
  const { models, examples, hasPicturesHint, onEdit } = props
  const stored = useHasPictures()
  const hasInteracted = useHasInteracted()
  const isContentNeeded = hasInteracted || hasPicturesHint || stored === 'records'
  const [isContentEmpty, setContentEmpty] = useState<boolean>()
  const context = useMemo(() => ({ models, onEdit }), [models, onEdit])
  const isEmpty = isContentEmpty ?? (stored ? stored === 'nothing' : !hasPicturesHint)

  useEffect(() => {
    if (stored) setCookie(hasPicturesCookieName, isEmpty ? '' : '1')
  }, [stored, isEmpty])

  return (
    <GalleryContext value={context}>
      <section aria-label="Gallery" className="min-w-0 p-3">
        {stored === 'unavailable' ? <StorageUnavailable /> : null}
        {isContentNeeded ? <LazyGalleryContent onEmpty={setContentEmpty} /> : null}
        {isEmpty ? <EmptyGallery examples={examples} /> : null}
        <LiveRegion />
      </section>
    </GalleryContext>
  )
})
