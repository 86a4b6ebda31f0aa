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
