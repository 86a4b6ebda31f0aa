import type { Catalog } from './catalog'

/** Where a catalog comes from and since when: `43 models, as Krea published them on … UTC.` */
export function formatSource({ models, skipped, source, fetchedAt, problem }: Catalog): string {
  const count = models.length === 1 ? '1 model' : `${models.length} models`
  const from =
    source === 'live' && fetchedAt
      ? `as Krea published them on ${fetchedAt.slice(0, 16).replace('T', ' ')} UTC.`
      : '(bundled list).'
  return [
    source === 'live' && fetchedAt ? `${count},` : count,
    from,
    formatSkipped(skipped),
    problem,
  ]
    .filter(Boolean)
    .join(' ')
}

const maxNamed = 5

/** `Left out: image/a/b, since its body is not JSON.`; empty when nothing is. */
function formatSkipped(skipped: Catalog['skipped']): string {
  if (skipped.length === 0) return ''
  const named = skipped.slice(0, maxNamed).map(({ id, reason }) => `${id}, since ${reason}`)
  const rest = skipped.length - named.length
  return `Left out: ${[...named, ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ')}.`
}
