import { useState } from 'react'
import type { Pass } from '@/lib/contract/passes'
import { formatMicros, toMicros } from '@/lib/money'
import { Button } from '../ui/button'
import { EditPassForm, type PassChange } from './edit-pass-form'

type Props = {
  pass: Pass
  /** Whether it was changed. */
  onChange: (change: PassChange) => Promise<boolean>
  onRevoke: () => void
}

/** A pass, with its budget and end to change. To revoke one cannot be undone, so it is asked for twice. */
export function PassRow({ pass, onChange, onRevoke }: Props) {
  const { name, dollars, spent, jobs, models, expiresAt, state } = pass
  const [open, setOpen] = useState<'edit' | 'revoke' | null>(null)
  const close = () => setOpen(null)
  return (
    <li className="grid gap-2 px-3 py-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <span className="font-medium">{name}</span>
        <span className="tabular-nums">
          {formatMicros(toMicros(spent))} of {formatMicros(toMicros(dollars))}
        </span>
        <span className="text-muted tabular-nums">
          {jobs} {jobs === 1 ? 'picture' : 'pictures'}
        </span>
        <span className="text-muted">
          {models ? `${models.length} ${models.length === 1 ? 'model' : 'models'}` : 'all models'}
        </span>
        {expiresAt && (
          <span className="text-muted tabular-nums">until {expiresAt.slice(0, 10)}</span>
        )}
        {state !== 'open' && <span>{state}</span>}
        {state !== 'revoked' && open === null && (
          <span className="ml-auto flex gap-2">
            <Button
              size="sm"
              aria-label={`Edit the pass of ${name}`}
              onClick={() => setOpen('edit')}
            >
              Edit
            </Button>
            <Button
              size="sm"
              look="danger"
              aria-label={`Revoke the pass of ${name}`}
              onClick={() => setOpen('revoke')}
            >
              Revoke
            </Button>
          </span>
        )}
      </div>
      {open === 'edit' && (
        <EditPassForm
          pass={pass}
          onCancel={close}
          onSave={async (change) => {
            if (await onChange(change)) close()
          }}
        />
      )}
      {open === 'revoke' && (
        <div className="flex flex-wrap items-center gap-2">
          <p className="mr-auto">The link stops working at once. This cannot be undone.</p>
          <Button size="sm" autoFocus onClick={close}>
            Keep
          </Button>
          <Button size="sm" look="danger" onClick={onRevoke}>
            Revoke {name}’s pass
          </Button>
        </div>
      )}
    </li>
  )
}
