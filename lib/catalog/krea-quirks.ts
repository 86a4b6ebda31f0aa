import type { Input, Json } from './field'

/**
 * Everything about Krea that its document does not say and that is therefore written by hand.
 * Source: Krea's guides, and prices and names seen in its documents.
 */

/** Spelling only: a maker that is not here is shown by its slug, in capitals like a name. */
export const makerNames: ReadonlyMap<string, string> = new Map([
  ['bfl', 'Black Forest Labs'],
  ['bytedance', 'ByteDance'],
  ['openai', 'OpenAI'],
  ['xai', 'xAI'],
])

/** Words of field names that are written in capitals. */
export const acronyms: ReadonlySet<string> = new Set([
  'cfg',
  'hdr',
  'ai',
  'id',
  'url',
  'bfl',
  '3d',
  'png',
  'jpg',
  'webp',
])

/** Names that Krea's older documentation and examples use, whatever the model's own list says. */
export const renamedFields: ReadonlyMap<string, string> = new Map([
  ['guidance_scale_flux', 'guidance_scale'],
  ['presetStyles', 'styles'],
  ['imageStyleRefs', 'image_style_references'],
])

/** Fields without a successor: Krea has no batches any more. */
export const removedFields: ReadonlySet<string> = new Set([
  'batchSize',
  'batch_size',
  'relaxedModeAccess',
])

/** Price dimensions that are no field of the body, and how the body sets them. */
export function derivedDimension(name: string, input: Input): string | number | boolean | null {
  switch (name) {
    case 'k2BillingTier':
      if (count(input.moodboards) > 0) return 'moodboards'
      return count(input.image_style_references) > 0 ? 'srefs' : 'text-to-image'
    case 'referenceImageCount':
      return count(input.image_urls) + count(input.style_images)
    case 'hasCharacterRefs':
      return count(input.character_reference_images) > 0
    default:
      return null
  }
}

const count = (value: Json | undefined) => (Array.isArray(value) ? value.length : 0)
