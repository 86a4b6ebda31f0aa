import 'server-only'
import type { Sharp } from 'sharp'
import type { Input } from '../../catalog/field'
import { isObject, type JsonSchema } from '../../catalog/schema/json-schema'
import { formats, type PictureFormat } from '../jobs/job-record'

/** The format that a body asks for, else its model's default, else PNG. */
export function formatOf({ output_format: asked }: Input, schema: JsonSchema): PictureFormat {
  const property = isObject(schema.properties) ? schema.properties.output_format : null
  const name = String(asked ?? (isObject(property) ? property.default : null)).toLowerCase()
  return formats.find((format) => format === name || (format === 'jpeg' && name === 'jpg')) ?? 'png'
}

/** By the extension of a file's name. */
export const formatOfExtension = (extension: string): PictureFormat | null =>
  formats.find((format) => format === extension || (format === 'jpeg' && extension === 'jpg')) ??
  null

export function encodeAs(picture: Sharp, format: PictureFormat): Sharp {
  switch (format) {
    case 'png':
      return picture.png({ compressionLevel: 3, adaptiveFiltering: false })
    case 'jpeg':
      return picture.jpeg({ quality: 90 })
    case 'webp':
      return picture.webp({ quality: 90, effort: 2 })
    default:
      return format satisfies never
  }
}
