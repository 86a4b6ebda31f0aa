import { gridActions } from '@/components/gallery/grid/grid-actions'
import { selectionActions } from '@/components/gallery/grid/use-selection-keys'
import { presentationActions } from '@/components/presentation/presentation-actions'
import { Dialog } from '@/components/ui/dialog'
import { type Keys, keyRows } from '@/components/ui/key-action'
import { pageKeys } from '@/components/ui/page-keys'
import { compareActions } from '../compare/compare-actions'
import { viewerActions } from './viewer-actions'

type Group = { title: string; rows: Pick<Keys, 'shown' | 'description'>[] }

const groups: Group[] = [
  { title: 'Anywhere', rows: Object.values(pageKeys) },
  { title: 'In the gallery', rows: keyRows([...gridActions, ...selectionActions]) },
  { title: 'In a picture', rows: keyRows(viewerActions) },
  { title: 'In a comparison', rows: keyRows(compareActions) },
  { title: 'While presenting', rows: keyRows(presentationActions) },
]

/** Lists every key, from the tables that the keys are handled by. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title="Keys">
      <div className="grid gap-5 sm:grid-cols-2">
        {groups.map(({ title, rows }) => (
          <section key={title}>
            <h3 className="mb-1.5 font-medium text-xs">{title}</h3>
            <dl className="grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-1.5 text-xs">
              {rows.map(({ shown, description }) => (
                <div key={shown} className="contents">
                  <dt>
                    <kbd className="rounded border bg-raised px-1.5 py-0.5 font-sans text-2xs">
                      {shown}
                    </kbd>
                  </dt>
                  <dd className="text-muted">{description}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
