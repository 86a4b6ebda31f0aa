import type { FileKind } from '../../file-kind'
import type { Picture } from '../../record/record'
import { digest } from './digest'

/** Hashing reads the whole file into memory. */
const maxHashedBytes = 100_000_000
const maxPosterMs = 10_000
const posterWidth = 640

type Inspected = { picture: Picture; thumbnail: Blob }

/**
 * The facts of a file that is no picture, with a thumbnail: a video's first frame, else a plain one.
 * @param aspect width over height, where the file has none
 */
export async function inspectFile(
  blob: Blob,
  kind: Exclude<FileKind, 'image'>,
  aspect: number,
): Promise<Inspected> {
  const frame = kind === 'video' ? await firstFrame(blob) : null
  const { width, height } = frame ?? { width: posterWidth, height: posterWidth / aspect }
  const isHashed = isSecureContext && blob.size <= maxHashedBytes
  return {
    picture: {
      type: blob.type || 'application/octet-stream',
      bytes: blob.size,
      width: Math.max(1, Math.round(width)),
      height: Math.max(1, Math.round(height)),
      sha256: isHashed ? await digest(blob) : null,
      original: true,
    },
    thumbnail: await draw(frame, width / height),
  }
}

/** A video that this browser does not play has none. */
async function firstFrame(blob: Blob) {
  const video = document.createElement('video')
  video.muted = true
  video.preload = 'auto'
  video.src = URL.createObjectURL(blob)
  try {
    await new Promise((resolve, reject) => {
      video.onloadeddata = resolve
      video.onerror = () => reject(new Error('this browser does not play it'))
      setTimeout(reject, maxPosterMs, new Error('it took too long'))
    })
    const { videoWidth: width, videoHeight: height } = video
    return width > 0 ? { width, height, bitmap: await createImageBitmap(video) } : null
  } catch {
    return null
  } finally {
    URL.revokeObjectURL(video.src)
  }
}

async function draw(frame: { bitmap: ImageBitmap } | null, aspect: number): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = posterWidth
  canvas.height = Math.max(1, Math.round(posterWidth / aspect))
  const context = canvas.getContext('2d')
  if (context) {
    context.fillStyle = '#3a3a40'
    context.fillRect(0, 0, canvas.width, canvas.height)
    if (frame) context.drawImage(frame.bitmap, 0, 0, canvas.width, canvas.height)
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('no thumbnail could be drawn'))),
      'image/webp',
      0.8,
    ),
  )
}
