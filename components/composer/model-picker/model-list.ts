import type { Model } from '@/lib/catalog/field'
import { type FieldRole, roleOf } from '@/lib/draft/field-roles'
import { freshPrice } from '@/lib/draft/price'

export const sorts = ['Default', 'Cheapest', 'Fastest'] as const
export type Sort = (typeof sorts)[number]

export type Group = { maker: string | null; models: Model[] }

export type Capability = 'image' | 'mask' | 'style' | 'size' | 'steps' | 'seed'

/** Terms that people search a capability by. */
const searchTerms: Record<Capability, string> = {
  image: 'image to image images picture pictures edit',
  mask: 'mask inpaint inpainting',
  style: 'style styles',
  size: 'size width height pixels',
  steps: 'steps guidance',
  seed: 'seed',
}

const roleCapabilities: Partial<Record<FieldRole, Capability>> = {
  picture: 'image',
  mask: 'mask',
  size: 'size',
  steps: 'steps',
  seed: 'seed',
}

/** What a model takes beside a prompt. */
export function capabilitiesOf({ fields }: Model): Set<Capability> {
  const styleKinds = ['styles', 'weighted-images', 'moodboards']
  return new Set(
    fields.flatMap((field) =>
      styleKinds.includes(field.kind) ? 'style' : (roleCapabilities[roleOf(field)] ?? []),
    ),
  )
}

/** The models with every capability whose name, maker, id or capabilities contain every word. */
export function findModels(models: Model[], text: string, needed: Capability[] = []): Model[] {
  const words = text.toLowerCase().split(/[\s-]+/)
  return models.filter((model) => {
    const { name, maker, id, task } = model
    const capabilities = capabilitiesOf(model)
    const described = [...capabilities].map((each) => searchTerms[each]).join(' ')
    const haystack = `${name} ${maker} ${id} ${task} ${described}`.toLowerCase()
    return (
      needed.every((each) => capabilities.has(each)) &&
      words.every((word) => haystack.includes(word))
    )
  })
}

/** By maker in the document's order; or one list, where unknown values come last. */
export function groupModels(models: Model[], sort: Sort): Group[] {
  switch (sort) {
    case 'Default':
      return [...new Set(models.map(({ maker }) => maker))].map((maker) => ({
        maker,
        models: models.filter((model) => model.maker === maker),
      }))
    case 'Cheapest':
      return [{ maker: null, models: sorted(models, (model) => freshPrice(model)?.amount) }]
    case 'Fastest':
      return [{ maker: null, models: sorted(models, ({ typicalSeconds }) => typicalSeconds) }]
    default:
      return sort satisfies never
  }
}

function sorted(models: Model[], valueFor: (model: Model) => number | null | undefined): Model[] {
  const rank = (model: Model) => valueFor(model) ?? Number.MAX_VALUE
  return models.toSorted((a, b) => rank(a) - rank(b))
}
