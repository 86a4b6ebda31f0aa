'use client'

import { lazy, Suspense } from 'react'
import type { BrokenProps } from '@/components/shell/broken-page'

// Few pages break. Not `lazyPart`: the chunk of this file, which each visit loads, would hold a second copy of it.
const BrokenPage = lazy(async () => ({
  default: (await import('@/components/shell/broken-page')).BrokenPage,
}))

/** In place of a page that has broken while it was drawn. */
export default function Broken(props: BrokenProps) {
  return (
    <Suspense>
      <BrokenPage {...props} />
    </Suspense>
  )
}
