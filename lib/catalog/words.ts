const upper = new Set(['cfg', 'hdr', 'ai', 'id', 'url', 'bfl', '3d', 'png', 'jpg', 'webp'])

/** Spelling only: a maker that is not here is shown by its slug, in capitals like a name. */
const makers: Record<string, string> = {
  bfl: 'Black Forest Labs',
  bytedance: 'ByteDance',
  openai: 'OpenAI',
  xai: 'xAI',
}

/** `guidance_scale` -> `Guidance scale`; `cfg_scale` -> `CFG scale`. */
export function formatIssue(name: string): string {
  const words = name.split(/[_\s-]+/).filter(Boolean)
  const text = words.map((word) => (upper.has(word) ? word.toUpperCase() : word)).join(' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A field's label; what a picture is reached by does not matter to the reader: `image_url` -> `Image`. */
export function fieldLabel(name: string): string {
  return formatIssue(name.replace(/_ur[il]s$/, 's').replace(/_ur[il]$/, ''))
}

export function makerName(slug: string): string {
  return makers[slug] ?? slug.split('-').map(formatIssue).join('-')
}
