import 'server-only'
import type { JobImage } from '../contract/jobs'
import { memberOf, plainObject } from './json'
import type { JobWire } from './wire'

/** One address of a job's result. `label` is the `type` beside it, or the name that it stands under. */
type Result = { url: string; label: string | null }

/**
 * The files of a job, without repetitions. Seen live: `result.urls` as `["…"]`, `[{type, url}]`,
 * `{name: "…"}`, and `urls` beside `result`. The other places are those that published clients read.
 */
export function imagesOf(wire: JobWire, isEnded: boolean): JobImage[] {
  const { result } = wire
  const results = [
    ...resultsIn(memberOf(result, 'urls')),
    ...resultsIn(wire.urls),
    ...otherPlaces.flatMap((name) => resultsIn(memberOf(result, name), name)),
    ...resultsIn(Array.isArray(result) || typeof result === 'string' ? result : null),
  ]
  const isFirst = ({ url }: Result, index: number) =>
    index === results.findIndex((one) => one.url === url)
  return withKinds(results.filter(isFirst), isEnded)
}

const otherPlaces = ['url', 'image_url', 'video_url', 'images', 'output'] as const

/** A preview beside the picture itself is not the picture; alone it is better than nothing. */
function withKinds(results: Result[], isEnded: boolean): JobImage[] {
  const hasFinal = results.some(({ label }) => !isPreview(label))
  return results.map(({ url, label }) => {
    const type = fileType(url, label)
    const kind = isEnded && !(hasFinal && isPreview(label)) ? 'final' : 'preview'
    return type === 'image' ? { url, kind } : { url, kind, type }
  })
}

const isPreview = (label: string | null) =>
  label !== null && /preview|thumb|poster|intermediate|low[-_]?res/i.test(label)

/** Whether Krea put something where results stand, though nothing of it is a web address. */
export function hasUnreadableResult({ result, urls }: JobWire): boolean {
  const found = [
    memberOf(result, 'urls'),
    urls,
    ...otherPlaces.map((name) => memberOf(result, name)),
  ]
  return found.some((value) => JSON.stringify(value ?? []).length > 2)
}

const maxDepth = 3

function resultsIn(value: unknown, label: string | null = null, depth = 0): Result[] {
  if (typeof value === 'string') return isWebAddress(value) ? [{ url: value, label }] : []
  if (depth > maxDepth) return []
  if (Array.isArray(value)) return value.flatMap((item) => resultsIn(item, label, depth + 1))
  const object = plainObject(value)
  if (!object) return []
  const url = object.url ?? object.image_url
  if (url === undefined)
    return Object.entries(object).flatMap(([name, item]) => resultsIn(item, name, depth + 1))
  return resultsIn(url, typeof object.type === 'string' ? object.type : label, depth + 1)
}

const isWebAddress = (value: string) => /^https?:\/\//i.test(value) && URL.canParse(value)

const extensions = {
  image: /^(png|jpe?g|webp|avif|gif|heic|heif|bmp|tiff?|jxl)$/,
  video: /^(mp4|webm|mov|m4v|mkv)$/,
  audio: /^(mp3|wav|ogg|flac|m4a|aac|opus)$/,
  model: /^(glb|gltf|obj|fbx|usdz|stl|ply)$/,
  file: /^(zip|json|pdf|svg|txt|psd)$/,
} as const

const labels = {
  video: /video/i,
  audio: /audio|sound|music|speech/i,
  model: /^(model|mesh|3d|glb)$|3d[-_]?model/i,
} as const

const types = ['image', 'video', 'audio', 'model', 'file'] as const

/** The extension says best what a file is, then Krea's label. A file that neither names is a picture. */
function fileType(url: string, label: string | null): (typeof types)[number] {
  const extension = /\.([a-z0-9]+)$/i.exec(new URL(url).pathname)?.[1]?.toLowerCase() ?? ''
  const byExtension = types.find((type) => extensions[type].test(extension))
  if (byExtension) return byExtension
  if (label !== null && !isPreview(label))
    return (
      (['video', 'audio', 'model'] as const).find((type) => labels[type].test(label)) ?? 'image'
    )
  return 'image'
}
