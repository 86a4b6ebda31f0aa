import 'server-only'
import type { Model, Retirement } from '@/lib/catalog/field'

/** What Krea announced with its answers: that may come before the document says so. */
export type Retirements = ReturnType<typeof createRetirements>

export function createRetirements() {
  const announced = new Map<string, Retirement>()
  return {
    record: (model: string, retirement: Retirement) => {
      announced.set(model, retirement)
    },
    /** The models with what was announced; the document comes first. The same list when nothing was. */
    applyTo(models: Model[]): Model[] {
      if (!models.some(({ id, retirement }) => !retirement && announced.has(id))) return models
      return models.map((model) => ({
        ...model,
        retirement: model.retirement ?? announced.get(model.id) ?? null,
      }))
    },
  }
}
