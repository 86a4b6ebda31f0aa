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

/** Labels where the name of a field is not how people say it, or models name one thing differently. */
export const labels: ReadonlyMap<string, string> = new Map([
  ['num_inference_steps', 'Steps'],
  ['guidance_scale', 'Guidance'],
  ['cfg_scale', 'Guidance (CFG)'],
  ['upscaling_activated', 'Upscale'],
  ['image_scaling_factor', 'Upscale factor'],
  ['rescale_color', 'Correct colors'],
  ['autoprompt', 'Auto prompt'],
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

/** Addresses that lead to something else than a picture: `webhook_url`, `start_video`. */
export const isOtherAddress = (name: string): boolean =>
  /webhook|callback|redirect|website|video|audio|sound|voice|music|model_ur[il]|mesh|file_ur[il]/i.test(
    name,
  )

/** Names under which pictures are given as text of no stated format. */
export const hasPictureName = (name: string): boolean =>
  /(?:^|_)(?:image|picture|photo|mask|frame|reference)s?_ur[il]s?$/.test(snakeCase(name))

/** `imageUrls` -> `image_urls`. */
export const snakeCase = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)

/** Price dimensions that a width or height may decide in a way that nobody publishes. */
export const isSizeDimension = (name: string): boolean =>
  name === 'resolution' || name === 'resolutionTier'

/** What `GET /styles` and its items call the models that take styles. */
const styleModels: readonly (readonly [prefix: string, word: string])[] = [
  ['image/bfl/flux-1-dev', 'flux_dev'],
  ['image/krea/krea-2/', 'k2'],
  ['image/qwen/', 'qwen'],
  ['image/z-image/', 'z-image'],
]

/** `null` where Krea's word is not known: then every style is offered. */
export const styleModelOf = (modelId: string): string | null =>
  styleModels.find(([prefix]) => modelId.startsWith(prefix))?.[1] ?? null

/** `flux_dev` -> `Flux dev`: the models that styles are made for have no name in the document. */
export const styleModelNames: ReadonlyMap<string, string> = new Map([
  ['flux_dev', 'Flux.1 Dev'],
  ['flux_schnell', 'Flux.1 Schnell'],
  ['k2', 'Krea 2'],
  ['qwen', 'Qwen Image'],
  ['wan', 'Wan'],
  ['wan22', 'Wan 2.2'],
  ['z-image', 'Z Image'],
])
