import { Check } from 'lucide-react'
import { Select } from '@/components/ui/select'
import type { Review, ReviewGuest } from '@/lib/contract/reviews/review'
import type { SendChange } from './use-owned-review'

type Props = { review: Review; send: SendChange }

/** Who is here, who is done, and who is the same person twice. */
export function GuestList({ review: { guests }, send }: Props) {
  function merge(from: ReviewGuest, intoId: string) {
    const into = guests.find(({ id }) => id === intoId)
    const question = `Are ${from.name} and ${into?.name} one person? Their verdicts become one; that cannot be undone.`
    if (into && confirm(question)) void send((calls) => calls.merge(from.id, into.id))
  }
  return (
    <section aria-labelledby="guests" className="grid content-start gap-3">
      <h2 id="guests" className="flex min-h-9 items-center font-semibold text-base">
        Guests
      </h2>
      {guests.length === 0 ? (
        <p className="text-muted">Nobody has come yet. Send your guests the link.</p>
      ) : (
        <ul className="grid divide-y border-y">
          {guests.map((guest) => (
            <li key={guest.id} className="flex min-h-12 items-center gap-2.5 py-1.5">
              <span
                aria-hidden
                className={`size-2 shrink-0 rounded-full ${guest.isHere ? 'bg-good' : 'bg-line-strong'}`}
              />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium" dir="auto">
                  {guest.name}
                </span>
                <span className="block text-muted text-xs tabular-nums">{guestText(guest)}</span>
              </span>
              {guest.doneAt ? (
                <span className="inline-flex items-center gap-1 font-medium text-good text-xs">
                  <Check size={14} aria-hidden />
                  Done
                </span>
              ) : null}
              {guests.length > 1 ? (
                <Select
                  aria-label={`${guest.name} is the same person as`}
                  value=""
                  onChange={({ target }) => merge(guest, target.value)}
                  className="w-28"
                >
                  <option value="">Same as…</option>
                  {guests.flatMap((other) =>
                    other.id === guest.id ? (
                      []
                    ) : (
                      <option key={other.id} value={other.id}>
                        {other.name}
                      </option>
                    ),
                  )}
                </Select>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function guestText({ isHere, verdicts, pairs }: ReviewGuest): string {
  const all = Object.values(verdicts)
  const picks = all.filter(({ pick }) => pick).length
  const ratings = all.filter(({ rating }) => rating !== null).length
  const parts = [
    isHere ? 'here now' : null,
    picks > 0 ? `${picks} picked` : null,
    ratings > 0 ? `${ratings} rated` : null,
    pairs.length > 0 ? `${pairs.length} compared` : null,
  ].filter((part) => part !== null)
  return parts.length > 0 ? parts.join(', ') : 'nothing said yet'
}
