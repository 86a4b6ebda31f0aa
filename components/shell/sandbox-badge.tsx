import { Badge } from '@/components/ui/badge'
import { lazyPart } from '@/components/ui/lazy-part'
import { useHasInteracted } from '@/lib/browser/first-interaction'

const SandboxHelp = lazyPart(() => import('./sandbox-help').then((file) => file.SandboxHelp))

/** Explains the sandbox, how to connect to Krea, and how to try errors. */
export function SandboxBadge() {
  const hasInteracted = useHasInteracted()
  return (
    <Badge id="sandbox" label="Sandbox">
      {hasInteracted ? <SandboxHelp /> : null}
    </Badge>
  )
}
