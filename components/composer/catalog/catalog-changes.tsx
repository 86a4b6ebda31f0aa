'use client'

import { use, useEffect, useState } from 'react'
import { later } from '@/components/ui/lazy-part'
import { type News, newsOf, takeNote } from '@/lib/browser/catalog-last-seen'
import { CatalogueContext } from '@/lib/draft/use-draft'

const CatalogueDialog = later(() => import('./catalog-dialog').then((room) => room.CatalogueDialog))

/** A line when Krea's models are others than last time, or when they could not be asked for. */
export function CatalogueNews() {
  const { catalogue } = use(CatalogueContext)
  const [open, setOpen] = useState(false)
  const [news, setNews] = useState<News | null>(null)
  useEffect(() => setNews(newsOf(catalogue, Date.now())), [catalogue])
  if (!news) return null
  const count = new Set(news.changes.map(({ model }) => model)).size
  const changed = count === 1 ? 'A model has changed.' : `${count} models have changed.`
  const words = count > 0 ? changed : catalogue.problem && 'Krea’s live list could not be had.'
  const close = () => {
    setOpen(false)
    takeNote(catalogue, Date.now())
    setNews(newsOf(catalogue, Date.now()))
  }
  return (
    <div role="status">
      {words && (
        <p className="mt-2 flex items-center gap-2 rounded-md bg-raised py-1 pr-1 pl-3 text-muted text-xs">
          <span className="flex-1 py-1">{words}</span>
          <button
            type="button"
            onClick={() => setOpen(true)}
            className="h-6 shrink-0 rounded px-2 font-medium text-accent hover:bg-hover pointer-coarse:h-11"
          >
            {count > 0 ? 'See what' : 'See why'}
          </button>
        </p>
      )}
      {open && <CatalogueDialog catalogue={catalogue} news={news} onClose={close} />}
    </div>
  )
}
