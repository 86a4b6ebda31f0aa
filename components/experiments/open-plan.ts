import { openExperiment } from '@/components/viewer/overlay-address'
import { fieldOf, type Input, type Model } from '@/lib/catalog/field'
import type { Definition } from '@/lib/experiment/definition'
import { toLinkValue } from '@/lib/experiment/link'

/** Opens a new experiment around a request. Its seed becomes the experiment's first. */
export function openPlan(
  { model, input }: { model: string; input: Input },
  known: Model | undefined,
): void {
  const name = known && fieldOf(known, 'seed')?.name
  const { [name ?? '']: seed, ...base } = input
  const definition: Definition = {
    format: 'krea-playground/experiment@1',
    name: '',
    brief: '',
    question: '',
    model,
    input: base,
    variables: {},
    axes: [],
    seeds: typeof seed === 'number' && Number.isInteger(seed) ? [seed] : [],
  }
  openExperiment(toLinkValue(definition))
}
