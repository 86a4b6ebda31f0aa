import { RotateCcw, X } from 'lucide-react'
import { use } from 'react'
import { Button } from '@/components/ui/button'
import { lazyPart } from '@/components/ui/lazy-part'
import { useHasInteracted } from '@/lib/browser/first-interaction'
import type { Field } from '@/lib/catalog/field'
import { dismissNotes, resetDraft } from '@/lib/draft/draft'
import { CatalogContext, useDraft, useModel } from '@/lib/draft/use-draft'
import { CodeButton } from './code-button'
import { CopyLink } from './copy-link'
import { FieldControl } from './fields/field'
import { ModelButton } from './model-picker/model-button'
import { MoreSettings } from './more-settings'

const CatalogChanges = lazyPart(() =>
  import('./catalog/catalog-changes').then((room) => room.CatalogChanges),
)
const RetiringModelNote = lazyPart(() =>
  import('./catalog/retiring-model').then((room) => room.RetiringModelNote),
)

const firstKinds = new Set<Field['kind']>([
  'prompt',
  'image',
  'images',
  'tagged-images',
  'mask',
  'size',
  'seed',
])

/** Fewer settings than these are not put away. */
const minFolded = 3

/** The form of one request. Its fields are the model's own. */
export function Composer() {
  const model = useModel()
  if (!model) return null
  const first = model.fields.filter(({ kind, required }) => required || firstKinds.has(kind))
  const rest = model.fields.filter((field) => !first.includes(field))
  const [shown, more] = rest.length < minFolded ? [rest, []] : [[], rest]
  return (
    <div className="grid grid-cols-1 gap-5 p-4">
      <div>
        <div className="flex items-center gap-1.5">
          <ModelButton />
          <CodeButton />
          <CopyLink />
          <Button
            look="quiet"
            size="icon"
            aria-label="Clear the form"
            title="Clear the form"
            onClick={resetDraft}
          >
            <RotateCcw size={15} aria-hidden />
          </Button>
        </div>
        <Notes />
        {model.retirement && <RetiringModelNote retirement={model.retirement} />}
        <News />
      </div>
      {[...first, ...shown].map((field) => (
        <FieldControl key={`${model.id} ${field.name}`} field={field} />
      ))}
      {more.length > 0 && <MoreSettings key={model.id} model={model} fields={more} />}
    </div>
  )
}

/** Asked for once somebody is there to read it; a page nobody touches does without. */
function News() {
  const { catalog } = use(CatalogContext)
  const awake = useHasInteracted()
  return awake || catalog.problem ? <CatalogChanges /> : null
}

function Notes() {
  const notes = useDraft((state) => state.notes)
  return (
    <div role="status">
      {notes.length > 0 && (
        <div className="mt-2 flex items-start gap-1 rounded-md bg-raised py-1 pr-1 pl-3 text-muted text-xs">
          <ul className="grid flex-1 gap-1 py-1">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
          <button
            type="button"
            aria-label="Dismiss"
            onClick={dismissNotes}
            className="grid size-6 shrink-0 place-items-center rounded hover:bg-hover hover:text-ink pointer-coarse:size-11"
          >
            <X size={13} aria-hidden />
          </button>
        </div>
      )}
    </div>
  )
}
