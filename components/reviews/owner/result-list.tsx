import { Heart } from 'lucide-react'
import { showNotice } from '@/components/gallery/notices/notice'
import { Button } from '@/components/ui/button'
import type { Review } from '@/lib/contract/reviews/review'
import { favouritePicked } from '@/lib/transfer/publish/favourite-picked'
import { ResultRow } from './result-row'
import type { SendChange } from './use-owned-review'

type Props = { review: Review; send: SendChange }

/** Every picture with what was said of it, the best first. */
export function ResultList({ review, send }: Props) {
  const { results, pictures } = review
  const picked = results.filter(({ picks }) => picks > 0).map(({ pictureId }) => pictureId)

  async function favourite() {
    const count = await favouritePicked(
      review.id,
      pictures.filter(({ id }) => picked.includes(id)),
    )
    showNotice(
      count === 0
        ? 'None of these pictures is in this browser’s gallery.'
        : `${count === 1 ? '1 picture is' : `${count} pictures are`} a favourite in your gallery now.`,
    )
  }

  return (
    <section aria-labelledby="results" className="grid content-start gap-3">
      <div className="flex min-h-9 flex-wrap items-center gap-2">
        <h2 id="results" className="mr-auto font-semibold text-base">
          Results
        </h2>
        {picked.length > 0 ? (
          <Button size="sm" onClick={() => void favourite()}>
            <Heart size={14} aria-hidden />
            Favourite what was picked
          </Button>
        ) : null}
      </div>
      {results.length === 0 ? (
        <p className="text-muted">No pictures yet. They show up here as they are sent.</p>
      ) : (
        <ol className="grid divide-y border-y">
          {results.map((result) => (
            <ResultRow key={result.pictureId} review={review} result={result} send={send} />
          ))}
        </ol>
      )}
    </section>
  )
}
