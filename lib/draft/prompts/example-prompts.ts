import type { Model } from '../../catalog/field'

/** The examples of the empty gallery: three very different subjects for any model. `picture` is under `public/`. */
export const examplePrompts = [
  {
    prompt: 'A sailing boat off a rocky coast at sunset, lighthouse, calm sea, warm haze',
    picture: '/examples/boat.webp',
  },
  {
    prompt:
      'A cat on a hill in front of the rising sun, silhouette, pastel sky, mist in the valley',
    picture: '/examples/cat.webp',
  },
  {
    prompt: 'A city skyline at night across dark water, lit windows, full moon, cinematic',
    picture: '/examples/city.webp',
  },
]

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
