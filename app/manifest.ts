import type { MetadataRoute } from 'next'

/** Addresses are beside the manifest's own, wherever that is served. */
const icon = (src: string, sizes: string, purpose: 'any' | 'maskable' = 'any') => ({
  src,
  sizes,
  purpose,
  type: 'image/png',
})

/** Lets the playground be installed on a phone or a desktop. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Krea Playground',
    short_name: 'Playground',
    description: 'Make pictures with every Krea model, from your own server.',
    start_url: '.',
    display: 'standalone',
    background_color: '#0d0d0f',
    theme_color: '#0d0d0f',
    icons: [
      icon('icon-192.png', '192x192'),
      icon('icon-512.png', '512x512'),
      icon('icon-maskable.png', '512x512', 'maskable'),
    ],
  }
}
