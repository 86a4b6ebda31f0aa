import type { Guest } from '@/lib/guest'
import { dollars } from '@/lib/money'

/** Whose pass this is, what is left on it, and until when. */
export function GuestChip({ guest }: { guest: Guest }) {
  if (guest.kind === 'ended') return null
  const { name, dollars: left, expiresAt } = guest
  return (
    <p className="flex min-w-0 whitespace-pre rounded-full border px-2.5 py-0.5 text-xs tabular-nums">
      <span className="truncate max-sm:hidden" dir="auto">
        {name}
      </span>
      <span className="shrink-0">
        <span className="max-sm:hidden"> · </span>
        {dollars(left)} left
        {expiresAt ? <span className="max-sm:hidden"> · until {formatDay(expiresAt)}</span> : null}
      </span>
    </p>
  )
}

/** In UTC, as the pass ends, so that server and browser write the same. */
const formatDay = (iso: string) =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(iso),
  )
