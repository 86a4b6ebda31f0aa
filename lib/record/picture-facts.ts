import { type GalleryRecord, jobOf, pictureOf } from './record'

/** In ms, how long Krea took from accepting the job to its end; null where it does not say. */
export function tookMs(record: GalleryRecord): number | null {
  const job = jobOf(record)
  if (!job?.completedAt) return null
  const took = Date.parse(job.completedAt) - Date.parse(job.createdAt)
  return Number.isFinite(took) && took >= 0 ? took : null
}

/** `1536 × 1024` as the input says; null where it says only a ratio, or nothing. */
export function askedPixels({ input: { width, height } }: GalleryRecord): string | null {
  return typeof width === 'number' && typeof height === 'number' ? `${width} × ${height}` : null
}

export function filePixels(record: GalleryRecord): string | null {
  const picture = pictureOf(record)
  return picture && `${picture.width} × ${picture.height}`
}

export const formatSeconds = (ms: number): string =>
  ms < 100_000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 60_000)} min`
