export type FileKind = 'image' | 'video' | 'audio' | 'file'

/** Pictures by name that browsers do not show. */
const unshown = /^image\/(hei[cf]|tiff|jxl|svg\+xml|vnd\.)/

/** How a result can be shown, by its media type. */
export function fileKindOf(type: string): FileKind {
  if (type.startsWith('image/')) return unshown.test(type) ? 'file' : 'image'
  if (type.startsWith('video/')) return 'video'
  return type.startsWith('audio/') ? 'audio' : 'file'
}

const extensions: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/svg+xml': 'svg',
  'video/quicktime': 'mov',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/x-wav': 'wav',
  'model/gltf-binary': 'glb',
  'model/gltf+json': 'gltf',
  'text/plain': 'txt',
}

/** The usual extension of a media type. @param url where the file lay, which says what mere bytes are */
export function extensionOf(type: string, url?: string): string {
  const known = extensions[type]
  if (known) return known
  const subtype = type.split('/')[1] ?? ''
  if (subtype !== 'octet-stream' && /^[a-z0-9-]+$/.test(subtype)) return subtype
  return /\.([a-z0-9]{1,8})(?:[?#]|$)/i.exec(url ?? '')?.[1]?.toLowerCase() ?? 'bin'
}
