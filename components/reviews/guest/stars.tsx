import { Star } from 'lucide-react'

type Props = { name: string; rating: number | null; onRate: (rating: number | null) => void }

/** One to five stars. The star that is set takes the rating back. */
export function Stars({ name, rating, onRate }: Props) {
  return (
    <fieldset aria-label={`Rate ${name}`} className="-ml-1.5 flex">
      {[1, 2, 3, 4, 5].map((star) => (
        <button
          key={star}
          type="button"
          aria-label={star === 1 ? '1 star' : `${star} stars`}
          aria-pressed={star === rating}
          onClick={() => onRate(star === rating ? null : star)}
          className="grid size-9 place-items-center rounded-md text-muted hover:text-accent pointer-coarse:size-11"
        >
          <Star
            size={20}
            aria-hidden
            className={star <= (rating ?? 0) ? 'fill-current text-accent' : ''}
          />
        </button>
      ))}
    </fieldset>
  )
}
