import { Link2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { copyText } from '@/lib/browser/copy-text'
import { getDraftState } from '@/lib/draft/draft-store'

const loadLink = () => import('@/lib/draft/link')

const preloadLink = () => void loadLink().catch(() => undefined)

type Result = { kind: 'copied' } | { kind: 'refused'; link: string } | { kind: 'not-loaded' }

async function copyLink(): Promise<Result> {
  const { linkTo } = await loadLink()
  const link = location.origin + location.pathname + linkTo(getDraftState().draft)
  return (await copyText(link)) ? { kind: 'copied' } : { kind: 'refused', link }
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
        onPointerEnter={preloadLink}
        onFocus={preloadLink}
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

function CopyResult({ result, onDone }: { result: Result; onDone: () => void }) {
  switch (result.kind) {
    case 'copied':
      return 'Link copied'
    case 'not-loaded':
      return 'Not copied: check the connection'
    case 'refused':
      return (
        <label className="grid gap-1 py-1">
          This browser does not let the page copy. Copy it by hand:
          <input
            readOnly
            value={result.link}
            ref={(box) => box?.select()}
            onBlur={onDone}
            className="w-64 rounded bg-page px-2 py-1 text-ink"
          />
        </label>
      )
    default:
      return result satisfies never
  }
}
