import 'server-only'
import type { Input, Model } from '@/lib/catalog/field'
import { validateInput } from '@/lib/catalog/validate'
import { ApiError, type FieldIssue } from '@/lib/contract/errors'
import { tooLong } from './body-limits'
import { checkBody } from './check-body'
import type { LiveCatalog } from './live-catalog'
import type { Retirements } from './retirements'
import { bundledCatalog, type ServedCatalog, serveCatalog } from './served-catalog'

export type ModelCatalog = {
  /** Never throws: without a token, or without an answer from Krea, it is the bundled one. */
  get(): Promise<ServedCatalog>
  /** @throws ApiError `unknown_model` */
  requireModel(id: string): Promise<Model>
  /** What is wrong with a body, by the model's fields and then by the document's schema. */
  check(model: Model, input: Input): Promise<FieldIssue[]>
}

/** The catalog in use. @param live `null` where there is no token to ask Krea with */
export function createModelCatalog(
  live: LiveCatalog | null,
  retirements: Retirements,
): ModelCatalog {
  async function get(): Promise<ServedCatalog> {
    const catalog = await (live?.get() ?? bundledCatalog())
    const models = retirements.applyTo(catalog.models)
    return models === catalog.models ? catalog : serveCatalog({ ...catalog, models })
  }

  return {
    get,
    async requireModel(id) {
      const { models } = await get()
      const model = models.find((one) => one.id === id)
      if (!model) throw new ApiError('unknown_model', 'There is no such model in the catalog.')
      return model
    },
    async check(model, input) {
      const long = tooLong(input)
      if (long.length > 0) return long
      const issues = validateInput(model, input)
      const schema = (await get()).serverOnly.schemas.get(model.id)
      return issues.length > 0 || !schema ? issues : checkBody(schema, input)
    },
  }
}
