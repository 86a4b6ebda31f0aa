/** What the empty gallery offers: three subjects far apart, good on any model that paints from words. */
export const examplePrompts = [
  'Sailing boats off a rocky coast at sunset, calm sea, long exposure, warm haze',
  'Portrait of an old fisherman in a yellow raincoat, soft window light, 85 mm',
  'A neon-lit city street at night after rain, signs mirrored in puddles, cinematic',
]
