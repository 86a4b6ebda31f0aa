import type { Json } from '@/lib/catalog/field'
import { pictureNameOf } from '@/lib/draft/picture-names'
import { formatValue } from '@/lib/record/settings'

/** As `formatValue`, but a picture is called by its file, not by its address. */
export function formatSetting(value: Json, quoted = false): string {
  if (typeof value !== 'string' || !URL.canParse(value)) return formatValue(value, quoted)
  const { host, pathname, protocol } = new URL(value)
  if (!/^https?:$/.test(protocol)) return formatValue(value, quoted)
  return pictureNameOf(value) ?? decode(pathname.split('/').at(-1) || host)
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
