import { type Input, type Json, type Model, propertiesOf } from './field'
import { removedFields, renamedFields, snakeCase } from './krea-quirks'

/**
 * Spells retired names as the model spells them today: `imageUrl` becomes `image_url`, or the one
 * entry of `image_urls` where the model takes a list. A current name beside a retired one wins.
 */
export function translateRetired(model: Model, input: Input): Input {
  const known = new Set(model.fields.flatMap(propertiesOf))
  const translated = new Map<string, Json>()
  for (const [name, value] of Object.entries(input)) {
    if (known.has(name)) translated.set(name, value)
    else if (!removedFields.has(name)) {
      const alias = aliasOf(model, name) ?? presentName(name)
      const [current, fittedValue] = currentName(known, alias, value)
      if (!translated.has(current ?? name) && !Object.hasOwn(input, current ?? ''))
        translated.set(current ?? name, fittedValue)
    }
  }
  return Object.fromEntries(translated)
}

const aliasOf = ({ aliases }: Model, name: string) =>
  Object.hasOwn(aliases, name) ? aliases[name] : undefined

const presentName = (name: string) => renamedFields.get(name) ?? snakeCase(name)

function currentName(known: Set<string>, name: string, value: Json): [string | null, Json] {
  if (known.has(name)) return [name, value]
  const plural = `${name}s`
  if (known.has(plural) && typeof value === 'string') return [plural, [value]]
  const singular = name.replace(/s$/, '')
  if (known.has(singular) && Array.isArray(value) && value.length === 1)
    return [singular, value[0] ?? null]
  return [null, value]
}
