import 'server-only'
import type { Principal } from '../../access/principal'
import type { Database } from '../../db/database'
import { publicAddress } from '../../http/origin'
import { findOwnReview, type OwnedReview } from '../find-review'
import type { Reviews } from '../reviews'
import { reviewAnswer } from './review-answer'

type Call = { request: Request; principal: Principal; params: { id: string } }

export type Own = OwnedReview & { db: Database; now: number; address: string }

/** A call of a review's owner. @throws ApiError `not_found` for anybody else */
export async function openOwnReview(
  { database, now, publicUrl }: Reviews,
  { request, principal, params }: Call,
): Promise<Own> {
  const db = await database()
  const owned = await findOwnReview(db, request, principal, params.id)
  return { ...owned, db, now: now(), address: publicAddress(request, publicUrl) }
}

export const answerOwn = async (reviews: Reviews, own: Own) => ({
  review: await reviewAnswer(reviews, own.db, own, own),
})
