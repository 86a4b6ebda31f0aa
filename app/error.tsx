'use client'

import type { BrokenProps } from '@/components/shell/broken-page'
import { lazyPart } from '@/components/ui/lazy-part'

/** In place of a page that has broken while it was drawn. Few pages break, so its code is not part of the first load. */
export default lazyPart<BrokenProps>(() =>
  import('@/components/shell/broken-page').then((file) => file.BrokenPage),
)
