import type { Model } from './field'
import { formatIssue } from './words'

/** Models that bear one name get what their ids say more: `Grok Imagine 2.0` and `… 2.0 Edit`. */
export function disambiguateNames(models: Model[]): Model[] {
  return models.map((model) => {
    const others = models.filter((one) => one !== model && isNamesake(one, model))
    const said = new Set(others.flatMap(slugWords))
    const more = slugWords(model).filter((word) => others.length > 0 && !said.has(word))
    return more.length === 0
      ? model
      : { ...model, name: `${model.name} ${more.map(formatIssue).join(' ')}` }
  })
}

const isNamesake = (a: Model, b: Model) => a.name === b.name && a.maker === b.maker

/** `image/xai/grok-imagine-2-edit` -> grok, imagine, 2, edit. */
const slugWords = ({ id }: Model): string[] => id.split('/').slice(2).join('-').split('-')
