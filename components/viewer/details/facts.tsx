import type { ReactNode } from 'react'
import { formatPrice } from '@/lib/draft/price'
import { formatBytes } from '@/lib/format-bytes'
import { askedPixels, filePixels, formatSeconds, tookMs } from '@/lib/record/picture-facts'
import type { GalleryRecord } from '@/lib/record/record'

/** What came of the request: as much as is known. */
export function Facts({ record }: { record: GalleryRecord }) {
  const { modelName, createdAt, price, state } = record
  const picture = state.kind === 'done' ? state.picture : null
  const job = 'job' in state ? state.job : null
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
      <Row name="Made">
        {new Date(createdAt).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })}
      </Row>
      <Row name="Took">
        {job?.completedAt && took !== null
          ? `${formatSeconds(took)}, ${clock(job.createdAt)} → ${clock(job.completedAt)}`
          : null}
      </Row>
      <Row name="Job">{job?.id}</Row>
    </Rows>
  )
}

const clock = (time: string) => new Date(time).toLocaleTimeString([], { timeStyle: 'medium' })

/** The file's own size; what was asked beside it, where that is not what came. */
function Pixels({ record }: { record: GalleryRecord }) {
  const asked = askedPixels(record)
  const came = filePixels(record)
  if (came === null) return asked
  return asked === null || asked === came ? came : `${came}, asked ${asked}`
}

type RowsProps = { title: string; children: ReactNode }

export const Rows = ({ title, children }: RowsProps) => (
  <section>
    <h3 className="mb-2 font-medium text-xs">{title}</h3>
    <dl className="grid grid-cols-[minmax(5.5rem,auto)_1fr] gap-x-4 gap-y-1 text-xs">{children}</dl>
  </section>
)

/** Nothing where there is no value. */
export function Row({ name, children }: { name: string; children: ReactNode }) {
  if (children === null || children === undefined) return null
  return (
    <div className="contents">
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 break-words tabular-nums">{children}</dd>
    </div>
  )
}
