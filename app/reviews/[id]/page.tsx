import type { Metadata } from 'next'
import { OwnerPage } from '@/components/reviews/owner/owner-page'

export const metadata: Metadata = {
  title: 'Review · Krea Playground',
  robots: { index: false },
  referrer: 'no-referrer',
}

/** The key of a manage link is behind its `#`: only the browser knows it. */
export default async function Page({ params }: PageProps<'/reviews/[id]'>) {
  return <OwnerPage id={(await params).id} />
}
