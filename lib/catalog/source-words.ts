import type { Catalogue } from './catalog'

/** Where a catalogue comes from and since when: `43 models, as Krea published them on … UTC.` */
export function sourceWords({ models, source, fetchedAt, problem }: Catalogue): string {
  const count = models.length === 1 ? '1 model' : `${models.length} models`
  const from =
    source === 'live' && fetchedAt
      ? `as Krea published them on ${fetchedAt.slice(0, 16).replace('T', ' ')} UTC.`
      : 'from the catalogue that comes with this playground.'
  return [`${count},`, from, problem].filter(Boolean).join(' ')
}
