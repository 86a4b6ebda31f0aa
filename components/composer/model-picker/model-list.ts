import type { Model } from '@/lib/catalog/field'
import { lowestPrice } from '@/lib/catalog/price'

export const sorts = ['Krea’s order', 'Cheapest', 'Fastest'] as const
export type Sort = (typeof sorts)[number]

export type Group = { maker: string | null; models: Model[] }

/** The models whose name, maker or id holds every word. */
export function findModels(models: Model[], text: string): Model[] {
  const words = text.toLowerCase().split(/\s+/)
  return models.filter(({ name, maker, id, task }) => {
    const haystack = `${name} ${maker} ${id} ${task}`.toLowerCase()
    return words.every((word) => haystack.includes(word))
  })
}

/** By maker in Krea's order; or one list, where what is not published comes last. */
export function groupModels(models: Model[], sort: Sort): Group[] {
  switch (sort) {
    case 'Krea’s order':
      return [...new Set(models.map(({ maker }) => maker))].map((maker) => ({
        maker,
        models: models.filter((model) => model.maker === maker),
      }))
    case 'Cheapest':
      return [{ maker: null, models: sorted(models, (model) => lowestPrice(model)?.amount) }]
    case 'Fastest':
      return [{ maker: null, models: sorted(models, ({ typicalSeconds }) => typicalSeconds) }]
    default:
      return sort satisfies never
  }
}

function sorted(models: Model[], of: (model: Model) => number | null | undefined): Model[] {
  const at = (model: Model) => of(model) ?? Number.MAX_VALUE
  return models.toSorted((a, b) => at(a) - at(b))
}

/** What a model takes, to show as small marks. */
export function modelCapabilities({ fields }: Model) {
  const kinds = new Set(fields.map(({ kind }) => kind))
  return {
    picture: kinds.has('image') || kinds.has('images') || kinds.has('tagged-images'),
    style: kinds.has('styles') || kinds.has('weighted-images') || kinds.has('moodboards'),
    size: kinds.has('size'),
    seed: kinds.has('seed'),
  }
}
