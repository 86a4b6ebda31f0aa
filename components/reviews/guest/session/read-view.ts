import { placed } from '@/lib/base-path'
import type { GuestView } from '@/lib/contract/reviews/guest-view'

/** An answer to a read of the view. `gone`: the review has ended, or there is none. */
type ViewAnswer =
  | { kind: 'view'; view: GuestView; etag: string | null }
  | { kind: 'unchanged' }
  | { kind: 'gone' }

/**
 * Reads the view again. The code that parses it comes only with a view that has changed.
 * @param etag of the last answer: an unchanged view is not sent again. Throws without an answer.
 */
export async function readView(secret: string, etag: string | null): Promise<ViewAnswer> {
  const response = await fetch(placed(`/api/r/${encodeURIComponent(secret)}`), {
    cache: 'no-store',
    headers: etag === null ? {} : { 'If-None-Match': etag },
  })
  if (response.status === 304) return { kind: 'unchanged' }
  if (response.status === 404 || response.status === 410) return { kind: 'gone' }
  if (!response.ok) throw new Error(`the review answered ${response.status}`)
  const { guestViewSchema } = await import('@/lib/contract/reviews/guest-view')
  const view = guestViewSchema.parse(await response.json())
  return { kind: 'view', view, etag: response.headers.get('etag') }
}
