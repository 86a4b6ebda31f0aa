import { placed } from '@/lib/base-path'

/** The key is behind the `#`, which browsers send to no server. */
export const manageLink = ({ id, manageKey }: { id: string; manageKey: string | null }): string =>
  `${placed(`/reviews/${id}`)}${manageKey === null ? '' : `#${manageKey}`}`
