import { useState } from 'react'
import { type CatalogNews, getCatalogNews } from '@/lib/browser/catalog-last-seen'
import type { Catalog } from '@/lib/catalog/catalog'
import { formatSource } from '@/lib/catalog/format-source'
import { CatalogDialog } from './catalog-dialog'

/** Where the models come from; what changed among them is a click away. */
export function CatalogSourceNote({ catalog }: { catalog: Catalog }) {
  const [news, setNews] = useState<CatalogNews | null>(null)
  return (
    <>
      <div className="flex items-center gap-3 border-t py-1 pr-2 pl-4 text-2xs text-muted">
        <p className="flex-1 py-1">{formatSource(catalog)}</p>
        <button
          type="button"
          onClick={() => setNews(getCatalogNews(catalog, Date.now()))}
          className="h-6 shrink-0 rounded px-2 hover:bg-hover hover:text-ink pointer-coarse:h-11"
        >
          What changed
        </button>
      </div>
      {news && <CatalogDialog catalog={catalog} news={news} onClose={() => setNews(null)} />}
    </>
  )
}
