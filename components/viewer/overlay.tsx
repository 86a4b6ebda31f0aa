import { useEffect, useState } from 'react'
import { isTyping } from '@/components/gallery/grid/is-typing'
import { lazyPart } from '@/components/ui/lazy-part'
import { pageKeys } from '@/components/ui/page-keys'
import {
  closeOverlay,
  openPresentation,
  readOverlayAddress,
  useOverlayAddress,
} from './overlay-address'
import { setSheetOrder } from './picture-order'

const Viewer = lazyPart(() => import('./viewer').then((file) => file.Viewer))
const ExperimentAtAddress = lazyPart(() =>
  import('../experiments/experiment-at-address').then((file) => file.ExperimentAtAddress),
)
const Presentation = lazyPart(() =>
  import('../presentation/presentation').then((file) => file.Presentation),
)
const Compare = lazyPart(() => import('./compare/compare').then((file) => file.Compare))

const KeysDialog = lazyPart(() => import('./actions/keys-dialog').then((file) => file.KeysDialog))

const parts = {
  picture: Viewer,
  compare: Compare,
  experiment: ExperimentAtAddress,
  presentation: Presentation,
}
// The page was opened at it: its code comes while the gallery's entries are read.
const start = readOverlayAddress()
if (start) parts[start.kind].preload()

/** Shows what the address opens over the gallery, and the list of keys. Preloads the viewer near a picture. */
export function Overlay() {
  const address = useOverlayAddress()
  const [areKeysOpen, setKeysOpen] = useState(false)

  useEffect(() => {
    const onNear = ({ target }: Event) => {
      if (target instanceof Element && target.closest('article')) Viewer.preload()
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (isTyping(event)) return
      if (pageKeys.showKeys.matches(event)) setKeysOpen(true)
      if (pageKeys.present.matches(event)) openPresentation(null)
    }
    document.addEventListener('keydown', onKeyDown)
    document.addEventListener('pointerover', onNear)
    document.addEventListener('focusin', onNear)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      document.removeEventListener('pointerover', onNear)
      document.removeEventListener('focusin', onNear)
    }
  }, [])

  const isClosed = address === null
  useEffect(() => {
    if (isClosed) setSheetOrder(null)
  }, [isClosed])

  if (address === null)
    return areKeysOpen ? <KeysDialog onClose={() => setKeysOpen(false)} /> : null
  switch (address.kind) {
    case 'picture':
      return <Viewer id={address.id} />
    case 'compare':
      return <Compare ids={address.ids} onClose={closeOverlay} />
    case 'experiment':
      return <ExperimentAtAddress value={address.value} />
    case 'presentation':
      return <Presentation id={address.id} />
    default:
      return address satisfies never
  }
}
