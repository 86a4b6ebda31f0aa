import { useGuest } from './guest-context'

/** What all guests together say of a picture, where a guest may see it. */
export function TallyText({ pictureId }: { pictureId: string }) {
  const tally = useGuest().view.results?.find((one) => one.pictureId === pictureId)
  if (!tally) return null
  const parts = [
    tally.picks > 0 ? `${tally.picks} ${tally.picks === 1 ? 'pick' : 'picks'}` : null,
    tally.rating === null ? null : `${tally.rating.toFixed(1)} of 5 from ${tally.ratings}`,
  ].filter((part) => part !== null)
  if (parts.length === 0) return null
  return <p className="w-full text-muted text-xs tabular-nums">Everyone: {parts.join(', ')}</p>
}
