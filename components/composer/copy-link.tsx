import { Link2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { lazyPart } from '@/components/ui/lazy-part'
import { copyPromised } from '@/lib/browser/copy-promised'
import { getDraftState } from '@/lib/draft/draft-store'
import type { Result } from './copy-result'

const CopyResult = lazyPart(() => import('./copy-result').then((file) => file.CopyResult))

const loadCode = () => import('@/lib/draft/link/link')

function preload() {
  CopyResult.preload()
  loadCode().catch(() => undefined)
}

async function copyLink(): Promise<Result> {
  const link = loadCode().then(
    ({ linkTo }) => location.origin + location.pathname + linkTo(getDraftState().draft),
  )
  return (await copyPromised(link)) ? { kind: 'copied' } : { kind: 'refused', link: await link }
}

/** Copies a link to the form. The page's own address stays as it is. */
export function CopyLink() {
  const [result, setResult] = useState<Result | null>(null)
  const copy = async () => {
    const next = await copyLink().catch((): Result => ({ kind: 'not-loaded' }))
    setResult(next)
    if (next.kind !== 'refused') setTimeout(() => setResult(null), 2000)
  }
  return (
    <span className="relative">
      <Button
        look="quiet"
        size="icon"
        aria-label="Copy a link to these settings"
        title="Copy a link to these settings"
        onPointerEnter={preload}
        onFocus={preload}
        onClick={copy}
      >
        <Link2 size={15} aria-hidden />
      </Button>
      <span role="status">
        {result && (
          <span className="absolute top-full right-0 z-10 mt-1 rounded bg-ink px-2 py-1 text-2xs text-page whitespace-nowrap">
            <CopyResult result={result} onDone={() => setResult(null)} />
          </span>
        )}
      </span>
    </span>
  )
}
