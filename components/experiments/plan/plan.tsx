import { useGallery } from '@/components/gallery/gallery-context'
import type { Expansion } from '@/lib/experiment/expand'
import { variablesIn } from '@/lib/experiment/template'
import { AxisCard } from './axis-card'
import { NewAxis } from './new-axis'
import { PlanIssues } from './plan-issues'
import type { PlanProps } from './plan-props'
import { PlanText } from './plan-text'
import { PromptPreview } from './prompt-preview'
import { SeedsField } from './seeds-field'
import { VariablesField } from './variables-field'

/** The brief, the base request, the axes and the seeds; beside them the first prompts they make. */
export function Plan({ definition, onChange, expansion }: PlanProps & { expansion: Expansion }) {
  const { models } = useGallery()
  const model = models.find(({ id }) => id === definition.model)
  const edit = { definition, onChange }
  return (
    <div className="relative h-full overflow-y-auto">
      <div className="mx-auto grid max-w-5xl gap-8 p-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:p-8">
        <div className="grid content-start gap-6">
          <PlanText {...edit} />
          <VariablesField {...edit} />
          <section aria-label="Axes" className="grid gap-3">
            <h3 className="font-semibold">Vary</h3>
            {definition.axes.map((axis, at) => (
              <AxisCard
                key={at}
                axis={axis}
                onChange={(next) =>
                  onChange({
                    ...definition,
                    axes: definition.axes.flatMap((one, index) =>
                      index !== at ? one : next === null ? [] : next,
                    ),
                  })
                }
              />
            ))}
            {model ? (
              <NewAxis
                model={model}
                models={models}
                variables={variablesIn(definition.input).filter(
                  (name) => !definition.axes.some((axis) => axis.name === name),
                )}
                onAdd={(axis) => onChange({ ...definition, axes: [...definition.axes, axis] })}
              />
            ) : null}
          </section>
          <SeedsField {...edit} />
        </div>
        <aside className="grid content-start gap-6">
          <PromptPreview expansion={expansion} />
          <PlanIssues definition={definition} expansion={expansion} />
        </aside>
      </div>
    </div>
  )
}
