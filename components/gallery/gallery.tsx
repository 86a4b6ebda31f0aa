import { memo, useEffect, useMemo, useState } from 'react'
import { lazyPart } from '@/components/ui/lazy-part'
import { setCookie } from '@/lib/browser/cookie'
import { useHasInteracted } from '@/lib/browser/first-interaction'
import { hasPicturesCookie, hasPicturesCookieName } from '@/lib/browser/has-pictures-cookie'
import type { Model } from '@/lib/catalog/field'
import { preloadEntries } from '@/lib/library/preloaded-entries'
import { Empty, type Example } from './empty'
import { GalleryContext } from './gallery-context'
import { LiveRegion } from './notices/live-region'
import { Unavailable } from './unavailable'
import { useHasPictures } from './use-has-pictures'

/** What the first picture needs and an empty gallery does not: `soon` when one is likely. */
export const GalleryContent = lazyPart(() =>
  import('./gallery-content').then((file) => file.GalleryContent),
)

// Where there are pictures they come first: they and what shows them are fetched while the page wakes up.
if (hasPicturesCookie()) {
  GalleryContent.soon()
  preloadEntries()
}

type Props = {
  models: Model[]
  examples: Example[]
  /** The server was told that there are pictures: it draws no empty gallery ahead of them. */
  hinted: boolean
  /** A record's settings are back in the composer: the page shows it. */
  onEdit?: () => void
}

/**
 * Every picture and every job, newest first. It renders again only when its own records change, so all
 * props must be stable.
 */
export const Gallery = memo(function Gallery({ models, examples, hinted, onEdit }: Props) {
  const kept = useHasPictures()
  const awake = useHasInteracted()
  const started = awake || hinted || kept === 'records'
  const [emptied, setEmptied] = useState<boolean>()
  const context = useMemo(() => ({ models, onEdit }), [models, onEdit])
  const empty = emptied ?? (kept ? kept === 'nothing' : !hinted)

  useEffect(() => {
    if (kept) setCookie(hasPicturesCookieName, empty ? '' : '1')
  }, [kept, empty])

  return (
    <GalleryContext value={context}>
      <section aria-label="Gallery" className="min-w-0 p-3">
        {kept === 'unavailable' ? <Unavailable /> : null}
        {started ? <GalleryContent onEmptied={setEmptied} /> : null}
        {empty ? <Empty examples={examples} /> : null}
        <LiveRegion />
      </section>
    </GalleryContext>
  )
})
