import type { Model } from '../../catalog/field'
import { examplePrompts } from './example-prompts'

const morePrompts = [
  'Isometric cutaway of a tiny ramen shop, warm lamps, paper lanterns, soft clay render',
  'Flat two-colour logo of a fox made of three circles, on off-white, generous margins',
  'Top view of a breakfast table, linen, figs, morning shadows, editorial photograph',
]

const editPrompts = [
  'Keep the subject, put it on a plain studio background with soft light from the left',
  'Turn the daylight into a rainy night with neon reflections',
  'Redraw this as a pencil sketch on rough paper, keep the composition',
  'Remove the people in the background, change nothing else',
]

const enhancePrompts = [
  'Sharpen fabric and hair, keep the grain of the film',
  'Clean edges and flat colours, no added texture',
]

/** Example prompts by what a model does: it enhances pictures, edits them, or makes new ones. */
export function examplesFor({ task, fields }: Model): string[] {
  if (task === 'enhance') return enhancePrompts
  const edits = fields.some(
    ({ kind, required }) => (kind === 'image' || kind === 'images') && required,
  )
  return edits ? editPrompts : [...examplePrompts.map(({ prompt }) => prompt), ...morePrompts]
}
