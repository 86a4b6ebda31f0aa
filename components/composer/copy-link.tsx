import { Link2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { lazyPart } from '@/components/ui/lazy-part'

const CopyResult = lazyPart(() => import('./copy-result').then((file) => file.CopyResult))

/** Copies a link to the form. The page's own address stays as it is. */
export function CopyLink() {
  const [presses, setPresses] = useState(0)
  return (
    <span className="relative">
      <Button
        look="quiet"
        size="icon"
        aria-label="Copy a link to these settings"
        title="Copy a link to these settings"
        onPointerEnter={CopyResult.preload}
        onFocus={CopyResult.preload}
        onClick={() => setPresses(presses + 1)}
      >
        <Link2 size={15} aria-hidden />
      </Button>
      <span role="status">
        {presses > 0 && <CopyResult key={presses} onDone={() => setPresses(0)} />}
      </span>
    </span>
  )
}
