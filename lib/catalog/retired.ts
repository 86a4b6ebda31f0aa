import type { Input, Json, Model } from './field'

/** Names that Krea's older documentation and examples use, whatever the model's own list says. */
const renamed: Record<string, string> = {
  guidance_scale_flux: 'guidance_scale',
  presetStyles: 'styles',
  imageStyleRefs: 'image_style_references',
}

/** Fields that are gone without a successor; Krea has no batches any more. */
const gone = new Set(['batchSize', 'batch_size', 'relaxedModeAccess'])

/**
 * Spells retired names as the model spells them today: `imageUrl` becomes `image_url`, or the one
 * entry of `image_urls` where the model takes a list. A current name beside a retired one wins.
 */
export function translateRetired(model: Model, input: Input): Input {
  const known = new Set(
    model.fields.flatMap((field) =>
      field.kind === 'size' ? Object.keys(field.parts) : field.name,
    ),
  )
  const translated: Input = {}
  for (const [name, value] of Object.entries(input)) {
    if (known.has(name)) translated[name] = value
    else if (!gone.has(name)) {
      const [current, fitted] = currentName(known, model.aliases[name] ?? modern(name), value)
      translated[current ?? name] ??= fitted
    }
  }
  return translated
}

const modern = (name: string) =>
  renamed[name] ?? name.replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)

function currentName(known: Set<string>, name: string, value: Json): [string | null, Json] {
  if (known.has(name)) return [name, value]
  const plural = `${name}s`
  if (known.has(plural) && typeof value === 'string') return [plural, [value]]
  const singular = name.replace(/s$/, '')
  if (known.has(singular) && Array.isArray(value) && value.length === 1)
    return [singular, value[0] ?? null]
  return [null, value]
}
