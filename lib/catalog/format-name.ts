import { acronyms, labels, makerNames } from './krea-quirks'

/** `guidance_scale` -> `Guidance scale`; `cfg_scale` -> `CFG scale`. */
export function formatName(name: string): string {
  const words = name.split(/[_\s-]+/).filter(Boolean)
  const text = words.map((word) => (acronyms.has(word) ? word.toUpperCase() : word)).join(' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A field's label: one word for what models call differently, and `Image` for `image_url`. */
export function fieldLabel(name: string): string {
  return labels.get(name) ?? formatName(name.replace(/_ur[il]s$/, 's').replace(/_ur[il]$/, ''))
}

export function makerName(slug: string): string {
  return makerNames.get(slug) ?? slug.split('-').map(formatName).join('-')
}
