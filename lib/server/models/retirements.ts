import 'server-only'
import type { Model, Retirement } from '@/lib/catalog/field'
import { shared } from '../shared'

/** What Krea announced with its answers, by model id: it may come before the document tells. */
const announced = shared('retirements', () => new Map<string, Retirement>())

export function recordRetirement(model: string, retirement: Retirement): void {
  announced().set(model, retirement)
}

/** The models with what was announced; the document's own word wins. The same list when none was. */
export function withAnnouncedRetirements(models: Model[]): Model[] {
  const retirements = announced()
  if (!models.some(({ id, retirement }) => !retirement && retirements.has(id))) return models
  return models.map((model) => ({
    ...model,
    retirement: model.retirement ?? retirements.get(model.id) ?? null,
  }))
}
