import { use, useEffect, useState } from 'react'
import { lazyPart } from '@/components/ui/lazy-part'
import { type CatalogNews, getCatalogNews, markCatalogSeen } from '@/lib/browser/catalog-last-seen'
import { CatalogContext } from '@/lib/draft/use-draft'

const CatalogDialog = lazyPart(() => import('./catalog-dialog').then((file) => file.CatalogDialog))

/** A line when Krea's models have changed since the last visit, or could not be loaded. */
export function CatalogChanges() {
  const { catalog } = use(CatalogContext)
  const [open, setOpen] = useState(false)
  const [news, setNews] = useState<CatalogNews | null>(null)
  useEffect(() => setNews(getCatalogNews(catalog, Date.now())), [catalog])
  if (!news) return null
  const count = new Set(news.changes.map(({ model }) => model)).size
  const changed = count === 1 ? 'A model has changed.' : `${count} models have changed.`
  const message = count > 0 ? changed : catalog.problem && 'Krea’s live list could not be loaded.'
  const close = () => {
    setOpen(false)
    markCatalogSeen(catalog, Date.now())
    setNews(getCatalogNews(catalog, Date.now()))
  }
  return (
    <div role="status">
      {message && (
        <p className="mt-2 flex items-center gap-2 rounded-md bg-raised py-1 pr-1 pl-3 text-muted text-xs">
          <span className="flex-1 py-1">{message}</span>
          <button
            type="button"
            onClick={() => setOpen(true)}
            className="h-6 shrink-0 rounded px-2 font-medium text-accent hover:bg-hover pointer-coarse:h-11"
          >
            {count > 0 ? 'See what' : 'See why'}
          </button>
        </p>
      )}
      {open && <CatalogDialog catalog={catalog} news={news} onClose={close} />}
    </div>
  )
}
