import { fieldOf, type Input, type Model } from '../catalog/field'
import { seedWithin } from './state'

/** The bodies of one click: the first as the form shows it, the others with different seeds. */
export function bodiesOf(model: Model, input: Input, count: number, random: () => number): Input[] {
  const seed = fieldOf(model, 'seed')
  const used = new Set(seed ? [input[seed.name]] : [])
  return Array.from({ length: count }, (_, at) => {
    if (at === 0 || !seed) return input
    let drawn = seedWithin(seed, random)
    while (used.has(drawn)) drawn = seedWithin(seed, random)
    used.add(drawn)
    return { ...input, [seed.name]: drawn }
  })
}
