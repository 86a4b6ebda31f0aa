import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { GuestPage } from '@/components/reviews/guest/guest-page'
import { ReviewGone } from '@/components/reviews/guest/review-gone'
import { isApiError } from '@/lib/contract/errors'
import type { GuestView } from '@/lib/contract/reviews/guest-view'
import { readPrincipal } from '@/lib/server/access/principal'
import { pageRequest } from '@/lib/server/http/page-request'
import { readGuestView } from '@/lib/server/reviews/guests/guest-view'
import { visitReview } from '@/lib/server/reviews/guests/visit'
import { tagOf } from '@/lib/server/reviews/revisions'
import { services } from '@/lib/server/services'

/** Whoever forwards the link shows nothing of the review by it: no title, no picture. */
export const metadata: Metadata = {
  title: 'Review',
  description: 'Pictures to look at and judge.',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
  openGraph: null,
  twitter: null,
}

export default async function Page({ params }: PageProps<'/r/[secret]'>) {
  const { secret } = await params
  const view = await readView(secret)
  return view === 'ended' ? <ReviewGone /> : <GuestPage secret={secret} {...view} />
}

async function readView(secret: string): Promise<{ initial: GuestView; etag: string } | 'ended'> {
  const request = await pageRequest()
  const shared = services()
  try {
    const principal = await readPrincipal(shared, request)
    const visit = await visitReview(shared.reviews, request, principal, secret)
    // Before the view: what changes between the two is read again.
    const etag = `"${tagOf(visit.review, visit.guest)}"`
    return { initial: await readGuestView(shared.reviews.sharedView, visit), etag }
  } catch (error) {
    if (!isApiError(error)) throw error
    if (error.code === 'review_ended') return 'ended'
    if (error.code === 'not_found') notFound()
    throw error
  }
}
