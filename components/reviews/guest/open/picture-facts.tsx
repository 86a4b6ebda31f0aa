import { Download } from 'lucide-react'
import type { GuestPicture } from '@/lib/contract/reviews/picture'
import { dollars } from '@/lib/money'
import { useGuest } from '../guest-context'
import { guestPictureAddress } from '../picture-address'

/** What its owner lets guests see of how it was made, and the file itself where that is allowed. */
export function PictureFacts({ picture }: { picture: GuestPicture }) {
  const { secret, view } = useGuest()
  const { id, prompt, model, settings, price } = picture
  const rows = [
    ...(model ? [['Model', model]] : []),
    ...(price === undefined ? [] : [['Price', dollars(price)]]),
    ...Object.entries(settings ?? {}).map(([name, value]) => [name, String(value)]),
  ]
  const canDownload = view.review.options.downloads
  if (!prompt && rows.length === 0 && !canDownload) return null
  return (
    <section aria-label="How it was made" className="grid gap-3 text-sm">
      {prompt ? (
        <p className="whitespace-pre-line text-pretty" dir="auto">
          {prompt}
        </p>
      ) : null}
      {rows.length > 0 ? (
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-xs">
          {rows.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-muted">{name}</dt>
              <dd className="break-words tabular-nums">{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {canDownload ? (
        <a
          href={guestPictureAddress(secret, id, 'original')}
          download
          className="inline-flex w-fit items-center gap-1.5 py-1 underline underline-offset-2 pointer-coarse:min-h-11"
        >
          <Download size={15} aria-hidden />
          Download the original
        </a>
      ) : null}
    </section>
  )
}
