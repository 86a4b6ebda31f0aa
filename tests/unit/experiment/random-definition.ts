import { fieldOf } from '@/lib/catalog/field'
import document from '@/lib/catalog/openapi.json' with { type: 'json' }
import { readCatalog } from '@/lib/catalog/read'
import type { AxisValue, Definition } from '@/lib/experiment/definition'
import { randomInput } from '../draft/random-links'

export const allModels = readCatalog(document)

/** The models whose pictures differ by seed. */
export const models = allModels.filter((model) => fieldOf(model, 'seed'))

/** A definition with up to three axes of up to three values each, and up to two seeds. */
export function randomDefinition(random: () => number): Definition {
  const model = pick(models, random)
  return {
    format: 'krea-playground/experiment@1',
    ...(random() < 0.5 && { id: '019ac8f0-0000-7000-8000-000000000001' }),
    name: pick(['', 'Steps', 'Größe 🌅', '"quoted"'], random),
    brief: pick(['', 'line\nbreak'], random),
    question: '',
    model: model.id,
    input: { ...randomInput(model, random), prompt: 'a {{animal}} in the snow' },
    variables: { animal: pick(['fox', 'owl'], random) },
    axes: Array.from({ length: Math.floor(random() * 4) }, (_, at) => ({
      name: `Axis ${at}`,
      values: Array.from({ length: 1 + Math.floor(random() * 3) }, (_, value) =>
        randomValue(String(value), random),
      ),
    })),
    seeds: [1, 2].slice(0, Math.floor(random() * 3)),
  }
}

function randomValue(label: string, random: () => number): AxisValue {
  const kind = random()
  if (kind < 0.3) return { label, set: { model: pick(models, random).id } }
  if (kind < 0.6) return { label, set: { variables: { animal: pick(['cat', 'dog'], random) } } }
  if (kind < 0.8) return { label, set: { words: { snow: pick(['rain', 'fog'], random) } } }
  return { label, set: { input: { prompt: pick(['an {{animal}}', 'a heron'], random) } } }
}

function pick<T>(items: readonly T[], random: () => number): T {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new RangeError('nothing to pick from')
  return item
}
