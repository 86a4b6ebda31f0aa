import 'server-only'

/** Types that Krea takes beside pictures. The sandbox stores such files unread. */
const otherTypes = new Map([
  ['mp4', 'video/mp4'],
  ['mov', 'video/quicktime'],
  ['webm', 'video/webm'],
  ['mp3', 'audio/mpeg'],
  ['wav', 'audio/wav'],
  ['ogg', 'audio/ogg'],
  ['m4a', 'audio/mp4'],
  ['flac', 'audio/flac'],
  ['aac', 'audio/aac'],
  ['glb', 'model/gltf-binary'],
])

const pictureTypes = new Map([
  ['jpg', 'image/jpeg'],
  ['png', 'image/png'],
  ['webp', 'image/webp'],
  ['heic', 'image/heic'],
])

const synonyms = new Map([
  ['audio/mp3', 'audio/mpeg'],
  ['audio/x-wav', 'audio/wav'],
  ['audio/wave', 'audio/wav'],
  ['audio/x-m4a', 'audio/mp4'],
  ['audio/x-flac', 'audio/flac'],
])

export const isPictureType = (type: string): boolean => [...pictureTypes.values()].includes(type)

const allTypes = new Map([...pictureTypes, ...otherTypes])

export const typeOfExtension = (extension: string): string | null => allTypes.get(extension) ?? null

export const extensionOf = (type: string): string =>
  [...allTypes].find(([, known]) => known === type)?.[0] ?? 'bin'

/** The type of a film, a sound or a 3D model, as its sender says it or its name ends; else null. */
export function otherTypeOf(file: Blob): string | null {
  const said = file.type.split(';')[0]?.trim().toLowerCase() ?? ''
  const type = synonyms.get(said) ?? said
  if ([...otherTypes.values()].includes(type)) return type
  const name = file instanceof File ? file.name : ''
  const isUnsaid = type === '' || type === 'application/octet-stream'
  return isUnsaid ? (otherTypes.get(name.split('.').at(-1)?.toLowerCase() ?? '') ?? null) : null
}
