import type { Model } from './field'
import { formatName } from './format-name'

/** Models that bear one name get what their ids say more: `Grok Imagine 2.0` and `… 2.0 Edit`. */
export function disambiguateNames(models: Model[]): Model[] {
  return models.map((model) => {
    const others = models.filter((one) => one !== model && hasSameName(one, model))
    const otherWords = new Set(others.flatMap(slugWords))
    const ownWords = slugWords(model).filter((word) => others.length > 0 && !otherWords.has(word))
    return ownWords.length === 0
      ? model
      : { ...model, name: `${model.name} ${ownWords.map(formatName).join(' ')}` }
  })
}

const hasSameName = (a: Model, b: Model) => a.name === b.name && a.maker === b.maker

/** `image/xai/grok-imagine-2-edit` -> grok, imagine, 2, edit. */
const slugWords = ({ id }: Model): string[] => id.split('/').slice(2).join('-').split('-')
