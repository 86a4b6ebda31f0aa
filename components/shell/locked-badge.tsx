import { Badge } from '@/components/ui/badge'

/** Explains to the host why nothing can be made here yet. */
export function LockedBadge() {
  return (
    <Badge id="locked" label="Locked">
      <p>
        Pictures made here are billed to the Krea account behind this playground, so the host
        decides who can use it.
      </p>
      <p className="text-muted">
        Set <code className="font-mono text-xs">PLAYGROUND_PASSWORD</code> to share a password, or{' '}
        <code className="font-mono text-xs">PLAYGROUND_PUBLIC=1</code> to let everyone in.
      </p>
    </Badge>
  )
}
