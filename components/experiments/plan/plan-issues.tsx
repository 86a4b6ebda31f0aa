import { useGallery } from '@/components/gallery/gallery-context'
import { type Model, propertiesOf } from '@/lib/catalog/field'
import type { Definition } from '@/lib/experiment/definition'
import { type Expansion, valuesAt } from '@/lib/experiment/expand'

const maxShown = 8

/** Cells that the document refuses, with the reason, and fields that a model does not take. */
export function PlanIssues({
  definition,
  expansion,
}: {
  definition: Definition
  expansion: Expansion
}) {
  const { models } = useGallery()
  const rows = expansion.cells.flatMap((cell) => {
    const labels = valuesAt(definition, cell.at).map(({ label }) => label)
    const name = labels.join(', ') || 'The base request'
    const model = models.find(({ id }) => id === cell.model)
    return [
      ...cell.issues.map(
        ({ path, message }) =>
          `${name} is left out, and costs nothing. ${labelOf(model, path)}: ${message}`,
      ),
      ...(cell.notCarried.length > 0
        ? [`${name} does not take ${cell.notCarried.join(', ')}.`]
        : []),
    ]
  })
  const distinct = [...new Set(rows)]
  if (distinct.length === 0) return null
  return (
    <section aria-label="Left out" className="grid gap-2">
      <h3 className="font-semibold">Left out</h3>
      <ul className="grid gap-1.5 text-muted text-xs">
        {distinct.slice(0, maxShown).map((row) => (
          <li key={row}>{row}</li>
        ))}
        {distinct.length > maxShown ? <li>and {distinct.length - maxShown} more</li> : null}
      </ul>
    </section>
  )
}

/** As the form calls it. */
function labelOf(model: Model | undefined, path: string): string {
  const [name = path] = path.split('.')
  return model?.fields.find((field) => propertiesOf(field).includes(name))?.label ?? path
}
