import { useEffect, useState } from 'react'
import { isTyping } from '@/components/gallery/grid/is-typing'
import { lazyPart } from '@/components/ui/lazy-part'
import { closeOverlay, useOverlay } from './address'

const Viewer = lazyPart(() => import('./viewer').then((file) => file.Viewer))
const Compare = lazyPart(() => import('./compare/compare').then((file) => file.Compare))

const KeysDialog = lazyPart(() => import('./actions/keys-dialog').then((file) => file.KeysDialog))

/** What the address opens over the gallery, and the list of keys. Its code comes when a pointer or the focus nears a picture. */
export function Overlay() {
  const overlay = useOverlay()
  const [keys, setKeys] = useState(false)

  useEffect(() => {
    const onNear = ({ target }: Event) => {
      if (target instanceof Element && target.closest('article')) Viewer.soon()
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === '?' && !isTyping(event)) setKeys(true)
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

  switch (overlay?.kind) {
    case 'picture':
      return <Viewer id={overlay.id} />
    case 'compare':
      return <Compare ids={overlay.ids} onClose={closeOverlay} />
    default:
      return keys ? <KeysDialog onClose={() => setKeys(false)} /> : null
  }
}
