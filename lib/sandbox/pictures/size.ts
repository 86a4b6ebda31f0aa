import 'server-only'
import type { Input, Json } from '../../catalog/field'
import type { JsonSchema } from '../../catalog/schema/json-schema'
import { isObject } from '../../catalog/schema/json-schema'
import { maxSide } from '../jobs/job-code'

export type Size = { width: number; height: number }

const defaultSide = 1024

/**
 * The size a body asks for: its width and height, else its ratio and resolution, else that of its
 * input picture, times the factor it asks for. Beyond 8192 a side the picture is that much smaller:
 * nobody would wait for its painting.
 */
export function sizeOf(
  body: Input,
  schema: JsonSchema,
  input: Size | null,
  enhance: boolean,
): Size {
  const { width, height } = requestedSize(body, schema, input, enhance)
  const scale = Math.min(1, maxSide / Math.max(width, height))
  return whole(width * scale, height * scale)
}

function requestedSize(
  body: Input,
  schema: JsonSchema,
  input: Size | null,
  enhance: boolean,
): Size {
  const [width, height] = [number(body.width), number(body.height)]
  if (width !== null || height !== null) return whole(width ?? defaultSide, height ?? defaultSide)
  const ratio = ratioOf(body.aspect_ratio)
  if (ratio !== null || body.resolution) return byRatio(ratio ?? 1, body.resolution)
  if (!input) return { width: defaultSide, height: defaultSide }
  if (!enhance) return byRatio(input.width / input.height, '1K')
  const factor = number(body.image_scaling_factor) ?? defaultOf(schema, 'image_scaling_factor') ?? 1
  return whole(input.width * factor, input.height * factor)
}

/** `1K` is the area of 1024 by 1024; sides are multiples of 16. */
function byRatio(ratio: number, resolution: Json | undefined): Size {
  const asked = Number.parseFloat(typeof resolution === 'string' ? resolution : '1') || 1
  // `2K`, or a side in pixels such as `1536`.
  const scale = asked > 16 ? asked / defaultSide : asked
  const side = defaultSide * scale
  const fit = (length: number) => Math.max(16, Math.round(length / 16) * 16)
  return { width: fit(side * Math.sqrt(ratio)), height: fit(side / Math.sqrt(ratio)) }
}

function ratioOf(value: Json | undefined): number | null {
  const [, a, b] = /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/.exec(String(value)) ?? []
  const ratio = Number(a) / Number(b)
  return ratio > 0 && Number.isFinite(ratio) ? ratio : null
}

export function defaultOf(schema: JsonSchema, name: string): number | null {
  const property = isObject(schema.properties) ? schema.properties[name] : null
  return isObject(property) ? number(property.default) : null
}

const whole = (width: number, height: number): Size => ({
  width: Math.max(1, Math.round(width)),
  height: Math.max(1, Math.round(height)),
})

const number = (value: Json | undefined) => (typeof value === 'number' ? value : null)
