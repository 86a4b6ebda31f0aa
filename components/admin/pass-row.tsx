import type { Pass } from '@/lib/contract/passes'
import { formatMicros, toMicros } from '@/lib/money'
import { Button } from '../ui/button'

type Props = { pass: Pass; onRevoke: () => void }

export function PassRow({ pass, onRevoke }: Props) {
  const { name, dollars, spent, jobs, models, expiresAt, state } = pass
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2">
      <span className="font-medium">{name}</span>
      <span className="tabular-nums">
        {formatMicros(toMicros(spent))} of {formatMicros(toMicros(dollars))}
      </span>
      <span className="text-muted tabular-nums">
        {jobs} {jobs === 1 ? 'picture' : 'pictures'}
      </span>
      <span className="text-muted">
        {models ? `${models.length} ${models.length === 1 ? 'model' : 'models'}` : 'every model'}
      </span>
      {expiresAt && <span className="text-muted tabular-nums">until {expiresAt.slice(0, 10)}</span>}
      {state !== 'open' && <span>{state}</span>}
      {state !== 'revoked' && (
        <Button
          size="sm"
          look="danger"
          className="ml-auto"
          aria-label={`Revoke the pass of ${name}`}
          onClick={onRevoke}
        >
          Revoke
        </Button>
      )}
    </li>
  )
}
