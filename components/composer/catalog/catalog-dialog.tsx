import { Dialog } from '@/components/ui/dialog'
import type { CatalogNews } from '@/lib/browser/catalog-last-seen'
import type { Catalog } from '@/lib/catalog/catalog'
import type { CatalogChange } from '@/lib/catalog/drift'
import { formatSource } from '@/lib/catalog/format-source'
import { ChangeList } from './change-list'

type Props = { catalog: Catalog; news: CatalogNews; onClose: () => void }

/** The catalog: where it comes from, and what is different in it. */
export function CatalogDialog({ catalog, news, onClose }: Props) {
  return (
    <Dialog open onClose={onClose} title="Krea’s models">
      <div className="grid gap-6">
        <p className="text-muted">{formatSource(catalog)}</p>
        <Section
          title={`Since your last visit (${formatDay(news.since)})`}
          changes={news.changes}
        />
        {catalog.source === 'live' && (
          <Section title="Compared with the bundled list" changes={catalog.changes} />
        )}
      </div>
    </Dialog>
  )
}

const formatDay = (at: number) =>
  new Date(at).toLocaleDateString('en', { month: 'short', day: 'numeric' })

function Section({ title, changes }: { title: string; changes: CatalogChange[] }) {
  return (
    <section aria-label={title} className="grid gap-2">
      <h3 className="font-medium text-[0.8125rem]">{title}</h3>
      {changes.length > 0 ? (
        <ChangeList changes={changes} />
      ) : (
        <p className="text-muted text-xs">Nothing changed.</p>
      )}
    </section>
  )
}
