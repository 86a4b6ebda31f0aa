import { Link2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { getDraftState } from '@/lib/draft/draft-store'

const loadLink = () => import('@/lib/draft/link')

const preloadLink = () => void loadLink().catch(() => undefined)

async function copyLink(): Promise<string> {
  const { toLink } = await loadLink()
  history.replaceState(null, '', `?${toLink(getDraftState().draft)}`)
  await navigator.clipboard.writeText(location.href).catch(() => undefined)
  return 'Link copied'
}

/** The address is in step with the form only when asked: a link is a thing one makes. */
export function CopyLink() {
  const [message, setTold] = useState<string>()
  const copy = async () => {
    setTold(await copyLink().catch(() => 'Could not be copied: check the connection'))
    setTimeout(() => setTold(undefined), 2000)
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
        {message && (
          <span className="absolute top-full right-0 z-10 mt-1 rounded bg-ink px-2 py-1 text-2xs text-page whitespace-nowrap">
            {message}
          </span>
        )}
      </span>
    </span>
  )
}
