import type { Model } from '../catalog/field'
import { examplePrompts } from './examples'

const fromWords = [
  ...examplePrompts,
  'Isometric cutaway of a tiny ramen shop, warm lamps, paper lanterns, soft clay render',
  'Flat two-colour logo of a fox made of three circles, on off-white, generous margins',
  'Top view of a breakfast table, linen, figs, morning shadows, editorial photograph',
]

const fromPictures = [
  'Keep the subject, put it on a plain studio background with soft light from the left',
  'Turn the daylight into a rainy night with neon reflections',
  'Redraw this as a pencil sketch on rough paper, keep the composition',
  'Remove the people in the background, change nothing else',
]

const larger = [
  'Sharpen fabric and hair, keep the grain of the film',
  'Clean edges and flat colours, no added texture',
]

/** Prompts to begin with, by what a model does: enlarges, edits pictures, or paints from words. */
export function examplesFor({ task, fields }: Model): string[] {
  if (task === 'enhance') return larger
  const edits = fields.some(
    ({ kind, required }) => (kind === 'image' || kind === 'images') && required,
  )
  return edits ? fromPictures : fromWords
}
