import { use } from 'react'
import { Button } from '@/components/ui/button'
import type { Retirement } from '@/lib/catalog/field'
import { chooseModel } from '@/lib/draft/replace-draft'
import { CatalogContext } from '@/lib/draft/use-draft'

/** The model at hand has a last day; what takes its place is one click away. */
export function RetiringModelNote({
  retirement: { sunset, replacement },
}: {
  retirement: Retirement
}) {
  const { models } = use(CatalogContext).catalog
  const successor = models.find(({ id }) => id === replacement)
  return (
    <div className="mt-2 flex items-center gap-2 rounded-md bg-danger-soft py-1 pr-1 pl-3 text-danger text-xs">
      <p className="flex-1 py-1">
        Krea retires this model{sunset ? ` on ${sunset.slice(0, 10)}` : ''}.
      </p>
      {successor && (
        <Button size="sm" onClick={() => chooseModel(successor)}>
          Use {successor.name}
        </Button>
      )}
    </div>
  )
}
