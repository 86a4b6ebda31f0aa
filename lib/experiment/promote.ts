import type { Model } from '../catalog/field'
import { fieldOf, type Input } from '../catalog/field'
import { type Price, priceOf } from '../catalog/price'
import { validateInput } from '../catalog/validate'
import type { FieldIssue } from '../contract/errors'
import { convertDraft } from '../draft/convert'
import { addedPicture } from '../draft/pictures'

/** A final made from a keeper: what is sent, what it costs, and what does not carry over. */
export type Final = {
  model: string
  input: Input
  price: Price | null
  issues: FieldIssue[]
  notCarried: string[]
  /** Whether the keeper's picture goes in as a reference. */
  usesPicture: boolean
  /** A seed gives the same picture on the same model only. */
  keepsSeed: boolean
}

/**
 * The request of a keeper's final.
 * @param changes fields of the final model to set: its size, steps and the like
 * @param pictureUrl the keeper's picture, where it is to go in as a reference
 */
export function finalOf(
  keeper: { model: Model | null; input: Input },
  to: Model,
  changes: Input,
  pictureUrl: string | null,
): Final {
  const isSame = keeper.model?.id === to.id
  const converted = isSame
    ? { input: keeper.input, dropped: [] }
    : convertDraft(keeper.model, to, keeper.input, {})
  const changed = { ...converted.input, ...changes }
  const withPicture = pictureUrl === null ? null : addedPicture(to, changed, pictureUrl)
  const input = withPicture ?? changed
  const seed = fieldOf(to, 'seed')?.name
  return {
    model: to.id,
    input,
    price: priceOf(to, input),
    issues: validateInput(to, input),
    notCarried: converted.dropped,
    usesPicture: withPicture != null,
    keepsSeed: isSame && seed !== undefined && seed in input,
  }
}
