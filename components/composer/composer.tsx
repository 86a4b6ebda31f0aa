import { Eraser } from 'lucide-react'
import { use } from 'react'
import { VaryButton } from '@/components/experiments/vary-button'
import { Button } from '@/components/ui/button'
import { lazyPart } from '@/components/ui/lazy-part'
import { useHasInteracted } from '@/lib/browser/first-interaction'
import { resetDraft } from '@/lib/draft/draft'
import { arrangeFields } from '@/lib/draft/field-roles'
import { CatalogContext, useDraft, useModel } from '@/lib/draft/use-draft'
import { CodeButton } from './code-button'
import { CopyLink } from './copy-link'
import { FormField } from './fields/form-field'
import { ModelButton } from './model-picker/model-button'
import { MoreSettings } from './more-settings'
import { Notes } from './notes'

const CatalogChanges = lazyPart(() =>
  import('./catalog/catalog-changes').then((file) => file.CatalogChanges),
)
const RetiringModelNote = lazyPart(() =>
  import('./catalog/retiring-model').then((file) => file.RetiringModelNote),
)

/** The form of one request. Its fields are the model's own. */
export function Composer() {
  const model = useModel()
  const revision = useDraft((state) => state.revision)
  if (!model) return null
  const { shown, folded } = arrangeFields(model)
  return (
    <div className="grid grid-cols-1 gap-5 p-4">
      <div>
        <div className="flex items-center gap-1.5">
          <ModelButton />
          <VaryButton />
          <CodeButton />
          <CopyLink />
          <Button
            look="quiet"
            size="icon"
            aria-label="Clear the form"
            title="Clear the form"
            onClick={resetDraft}
          >
            <Eraser size={15} aria-hidden />
          </Button>
        </div>
        <Notes />
        {model.retirement && <RetiringModelNote retirement={model.retirement} />}
        <CatalogNews />
      </div>
      {shown.map((field) => (
        <FormField key={`${model.id} ${field.name} ${revision}`} model={model} field={field} />
      ))}
      {folded.length > 0 && (
        <MoreSettings key={`${model.id} ${revision}`} model={model} fields={folded} />
      )}
    </div>
  )
}

/** Compared at the first interaction; a page that nobody touches does without. */
function CatalogNews() {
  const { catalog } = use(CatalogContext)
  const hasInteracted = useHasInteracted()
  return hasInteracted || catalog.problem ? <CatalogChanges /> : null
}
