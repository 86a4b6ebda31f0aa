/** Where tabs tell each other of changes; null on the server. */
export const galleryChannel = (): BroadcastChannel | null =>
  typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('krea-playground:gallery')
