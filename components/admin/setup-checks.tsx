import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react'
import type { Check } from '@/lib/contract/owner-report'

const looks = {
  good: { Icon: CircleCheck, label: 'Good', className: 'text-good' },
  attention: { Icon: TriangleAlert, label: 'Attention', className: 'text-accent' },
  bad: { Icon: CircleX, label: 'Not working', className: 'text-danger' },
} as const

export function SetupChecks({ checks }: { checks: Check[] }) {
  return (
    <ul className="divide-y rounded-lg border bg-panel">
      {checks.map((check) => (
        <Item key={check.name} check={check} />
      ))}
    </ul>
  )
}

function Item({ check: { name, state, says, fix } }: { check: Check }) {
  const { Icon, label, className } = looks[state]
  return (
    <li className="flex gap-3 px-3 py-2.5">
      <Icon size={16} role="img" aria-label={label} className={`mt-0.5 shrink-0 ${className}`} />
      <div className="grid min-w-0 gap-0.5 sm:grid-cols-[9rem_1fr] sm:gap-x-4">
        <h3 className="font-medium">{name}</h3>
        <div className="grid gap-0.5 break-words">
          <p>{says}</p>
          {fix && <p className="text-muted">{fix}</p>}
        </div>
      </div>
    </li>
  )
}
