import type { Catalog } from './catalog'

/** Where a catalog comes from and since when: `43 models, as Krea published them on … UTC.` */
export function formatSource({ models, source, fetchedAt, problem }: Catalog): string {
  const count = models.length === 1 ? '1 model' : `${models.length} models`
  const from =
    source === 'live' && fetchedAt
      ? `as Krea published them on ${fetchedAt.slice(0, 16).replace('T', ' ')} UTC.`
      : 'from the catalog that comes with this playground.'
  return [`${count},`, from, problem].filter(Boolean).join(' ')
}
