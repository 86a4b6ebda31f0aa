import type { ReactNode } from 'react'
import { formatPrice } from '@/lib/draft/price'
import { formatBytes } from '@/lib/format-bytes'
import { askedPixels, filePixels, formatSeconds, tookMs } from '@/lib/record/picture-facts'
import { type GalleryRecord, jobOf, pictureOf } from '@/lib/record/record'

/** The known facts of the result. */
export function PictureDetails({ record }: { record: GalleryRecord }) {
  const { modelName, createdAt, price } = record
  const picture = pictureOf(record)
  const job = jobOf(record)
  const took = tookMs(record)
  return (
    <Rows title="Picture">
      <Row name="Model">{modelName}</Row>
      <Row name="Size">
        <Pixels record={record} />
      </Row>
      <Row name="File">
        {picture
          ? `${picture.type.replace('image/', '').toUpperCase()}, ${formatBytes(picture.bytes)}`
          : null}
      </Row>
      <Row name="Price">{price ? formatPrice(price) : null}</Row>
      <Row name="Created">
        {new Date(createdAt).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })}
      </Row>
      <Row name="Took">{job?.completedAt && took !== null ? formatSeconds(took) : null}</Row>
      <Row name="Job">{job?.id}</Row>
    </Rows>
  )
}

/** The file's size, and the requested size where that is different. */
function Pixels({ record }: { record: GalleryRecord }) {
  const requested = askedPixels(record)
  const actual = filePixels(record)
  if (actual === null) return requested
  return requested === null || requested === actual ? actual : `${actual} (requested ${requested})`
}

type RowsProps = { title: string; children: ReactNode }

export const Rows = ({ title, children }: RowsProps) => (
  <section>
    <h3 className="mb-2 font-medium text-xs">{title}</h3>
    <dl className="grid grid-cols-[minmax(5.5rem,auto)_1fr] gap-x-4 gap-y-1 text-xs">{children}</dl>
  </section>
)

/** Renders nothing without a value. */
export function Row({ name, children }: { name: string; children: ReactNode }) {
  if (children === null || children === undefined) return null
  return (
    <div className="contents">
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 break-words tabular-nums">{children}</dd>
    </div>
  )
}
