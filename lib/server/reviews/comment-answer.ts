import 'server-only'
import type { GuestComment, ReviewComment } from '@/lib/contract/reviews/verdicts'
import type { AuthoredComment } from './read-parts'

const commentOf = (row: AuthoredComment) => ({
  id: row.id,
  pictureId: row.pictureId,
  author: row.author,
  text: row.text,
  at: row.x === null || row.y === null ? null : { x: row.x, y: row.y },
  createdAt: row.createdAt.toISOString(),
  answer: row.answer,
  isResolved: row.resolvedAt !== null,
})

export const guestCommentOf = (row: AuthoredComment, guestId: string | null): GuestComment => ({
  ...commentOf(row),
  isOwn: row.guestId === guestId,
})

export const reviewCommentOf = (row: AuthoredComment): ReviewComment => ({
  ...commentOf(row),
  guestId: row.guestId,
})
