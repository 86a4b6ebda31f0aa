import { openExperiment } from '@/components/viewer/overlay-address'
import type { Input } from '@/lib/catalog/field'
import type { Definition } from '@/lib/experiment/definition'
import { toLinkValue } from '@/lib/experiment/link'

/** Opens a new experiment around a request. Its seed becomes the experiment's first. */
export function openPlan({ model, input }: { model: string; input: Input }): void {
  const { seed, ...base } = input
  const definition: Definition = {
    format: 'krea-playground/experiment@1',
    name: '',
    brief: '',
    question: '',
    model,
    input: base,
    variables: {},
    axes: [],
    seeds: typeof seed === 'number' ? [seed] : [],
  }
  openExperiment(toLinkValue(definition))
}
