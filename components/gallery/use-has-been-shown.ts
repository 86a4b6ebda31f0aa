import { useEffect, useState } from 'react'
import { readOverlayAddress, useOverlayAddress } from '@/components/viewer/overlay-address'

const isCovered = () => readOverlayAddress()?.kind === 'experiment'

/**
 * Whether the gallery has been in view. A page that was opened at an experiment, which covers it, draws the gallery
 * once that is left; from then on it stays drawn.
 */
export function useHasBeenShown(): boolean {
  const address = useOverlayAddress()
  const [hasBeenShown, setShown] = useState(() => !isCovered())
  useEffect(() => {
    if (!isCovered()) setShown(true)
  }, [address])
  return hasBeenShown
}
