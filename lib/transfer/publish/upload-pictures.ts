import { createStore } from '@/lib/browser/create-store'
import { exclusively } from '@/lib/browser/exclusively'
import { isApiError } from '@/lib/contract/errors'
import { changeOwnReview, findOwnReview, type OwnReview, pendingOf } from './own-reviews'
import { sendPicture } from './send-picture'

/** In ms, after each attempt that got no answer. */
const waitsMs = [1_000, 3_000, 9_000, 20_000]

/** Why the pictures of a review do not get on, by its id; a sentence. */
const problems = createStore<Record<string, string>>({})

export const useUploadProblem = (id: string): string | null => problems.use()[id] ?? null

/**
 * Sends what a review still lacks, picture by picture. What was sent is written down at once, so that a
 * reload goes on after it; in one tab at a time.
 */
export const uploadPictures = (id: string): Promise<void> =>
  exclusively(`publish:${id}`, async () => {
    report(id, null)
    for (let next = nextOf(id); next; next = nextOf(id)) {
      try {
        await uploadOne(next.review, next.picture)
      } catch (error) {
        report(id, sentenceOf(error))
        if (!isRefused(error)) return
        withoutPicture(id, next.picture.recordId)
      }
    }
  })

function nextOf(id: string) {
  const review = findOwnReview(id)
  const picture = review && pendingOf(review)[0]
  return picture && { review, picture }
}

async function uploadOne(review: OwnReview, picture: OwnReview['pictures'][number]): Promise<void> {
  const { recordId } = picture
  const pictureId = await withRetries(() => sendPicture(review, picture))
  changeOwnReview(review.id, (before) => ({
    ...before,
    pictures: before.pictures.flatMap((one) => {
      if (one.recordId !== recordId) return one
      return pictureId === null ? [] : { ...one, pictureId }
    }),
  }))
}

/** The server will never take it, whatever becomes of the others. */
const isRefused = (error: unknown): boolean =>
  isApiError(error) && error.code === 'unsupported_media'

const withoutPicture = (id: string, recordId: string): void =>
  changeOwnReview(id, (before) => ({
    ...before,
    pictures: before.pictures.filter((one) => one.recordId !== recordId),
  }))

/** The same bytes are the same picture, however often they are sent. */
async function withRetries<T>(send: () => Promise<T>): Promise<T> {
  for (const waitMs of waitsMs) {
    try {
      return await send()
    } catch (error) {
      if (!isApiError(error) || !error.retryable) throw error
      await new Promise((resolve) => setTimeout(resolve, error.retryAfterMs ?? waitMs))
    }
  }
  return send()
}

function report(id: string, sentence: string | null): void {
  const { [id]: _, ...others } = problems.read()
  problems.write(sentence === null ? others : { ...others, [id]: sentence })
}

const sentenceOf = (error: unknown): string =>
  error instanceof Error ? error.message : 'The pictures could not be sent.'
