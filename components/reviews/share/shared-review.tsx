import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { type OwnReview, pendingOf, useOwnReviews } from '@/lib/transfer/publish/own-reviews'
import { uploadPictures, useUploadProblem } from '@/lib/transfer/publish/upload-pictures'
import { manageLink } from '../manage-link'
import { QrCode } from '../qr-code'

/** A review's link, and how many of its pictures are there. */
export function SharedReview({ id }: { id: string }) {
  const review = useOwnReviews().find((one) => one.id === id)
  if (!review) return <p>This review was deleted.</p>
  const { url } = review
  return (
    <div className="grid gap-5">
      <UploadProgress review={review} />
      {url === null ? null : (
        <div className="flex flex-wrap items-start gap-5">
          <QrCode text={url} label="QR code of the guests’ link" className="size-40" />
          <div className="grid min-w-0 flex-1 basis-56 gap-3">
            <p className="font-medium">Send this link to your guests</p>
            <code className="select-all break-all rounded bg-raised px-2 py-1.5 font-mono text-xs">
              {url}
            </code>
            <div className="flex flex-wrap gap-2">
              <CopyButton text={url} isStart>
                Copy link
              </CopyButton>
              <a
                href={manageLink(review)}
                className="inline-flex h-9 items-center rounded-md bg-ink px-3.5 font-medium text-page text-sm hover:bg-ink/85 pointer-coarse:h-11"
              >
                Results and presenting
              </a>
            </div>
          </div>
        </div>
      )}
      <div className="grid justify-items-start gap-2 border-t pt-4">
        <p className="text-muted text-xs">
          You manage this review from this browser. For another device, keep the private manage
          link: whoever has it can change and delete the review.
        </p>
        <CopyButton text={`${location.origin}${manageLink(review)}`}>Copy manage link</CopyButton>
      </div>
    </div>
  )
}

function UploadProgress({ review }: { review: OwnReview }) {
  const problem = useUploadProblem(review.id)
  const all = review.pictures.length
  const sent = all - pendingOf(review).length
  return (
    <div className="grid gap-2">
      <p role="status" className="tabular-nums">
        {sent === all
          ? `${all === 1 ? '1 picture' : `${all} pictures`} uploaded. You can close this page.`
          : `${sent} of ${all} pictures uploaded. A reload continues with the rest.`}
      </p>
      {sent < all ? (
        <progress max={all} value={sent} aria-label="Pictures sent" className="bar w-full" />
      ) : null}
      {problem ? (
        <div role="alert" className="flex flex-wrap items-center gap-3 text-danger">
          {problem}
          <Button size="sm" onClick={() => void uploadPictures(review.id)}>
            Try again
          </Button>
        </div>
      ) : null}
    </div>
  )
}
