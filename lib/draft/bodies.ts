import { fieldOf, type Input, type Model } from '../catalog/field'
import { seedWithin } from './state'

/** The bodies of one click: the first as the form shows it, each other with a seed of its own. */
export function bodiesOf(model: Model, input: Input, count: number, random: () => number): Input[] {
  const seed = fieldOf(model, 'seed')
  const taken = new Set(seed ? [input[seed.name]] : [])
  return Array.from({ length: count }, (_, at) => {
    if (at === 0 || !seed) return input
    let drawn = seedWithin(seed, random)
    while (taken.has(drawn)) drawn = seedWithin(seed, random)
    taken.add(drawn)
    return { ...input, [seed.name]: drawn }
  })
}
