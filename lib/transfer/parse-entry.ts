import type * as z from 'zod/mini'
import type { ZipEntry } from './zip-reader'

/** Null when it is missing or of another shape. */
export async function parseEntry<T>(
  entry: ZipEntry | undefined,
  schema: z.ZodMiniType<T>,
): Promise<T | null> {
  const text = await entry?.read('application/json').then((blob) => blob.text())
  try {
    return schema.safeParse(JSON.parse(text ?? 'null')).data ?? null
  } catch {
    return null
  }
}
