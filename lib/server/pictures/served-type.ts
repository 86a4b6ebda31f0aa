import 'server-only'

/** Types that a browser shows or plays, and that run nothing. */
const shown = /^(image|video|audio)\/[\w.+-]+$/

export const isShown = (type: string): boolean => shown.test(type) && !type.startsWith('image/svg')

/** Of hosts that send results as mere bytes. */
const byExtension: Record<string, string> = {
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  webm: 'video/webm',
  mov: 'video/quicktime',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  aac: 'audio/aac',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  wav: 'audio/wav',
  flac: 'audio/flac',
}
const otherFiles =
  /^(mkv|glb|gltf|obj|fbx|usdz|stl|ply|zip|json|pdf|svg|txt|psd|heic|heif|bmp|tiff?|jxl)$/

const isMereBytes = (type: string) =>
  type === '' || /^(application|binary)\/octet-stream$/.test(type)

/**
 * The type under which a result is passed on: as its host says where a browser can show it, else as a download. Null for
 * what is no result, such as a page of the host. @param address where it lies: its extension says what mere bytes are
 */
export function servedTypeOf(type: string, address: string): string | null {
  if (isShown(type)) return type
  const extension = /\.([a-z0-9]+)$/i.exec(new URL(address).pathname)?.[1]?.toLowerCase() ?? ''
  if (isMereBytes(type) && byExtension[extension]) return byExtension[extension]
  if (type.startsWith('model/')) return 'application/octet-stream'
  return otherFiles.test(extension) && !type.includes('html') ? 'application/octet-stream' : null
}
