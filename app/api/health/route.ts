import { getHealth } from '@/lib/contract/health'
import { isLockedFor } from '@/lib/server/access/gate'
import { methods, route } from '@/lib/server/route'
import { version } from '@/package.json'

/** Anyone may read it: folders and addresses are for the owner's page. */
const degradedBy = {
  closed: 'The ledger cannot be read or written: nothing can be made.',
  memory: 'The ledger is in memory: it is forgotten with the process.',
  files: 'The ledger is degraded.',
  postgres: 'The ledger is degraded.',
}

const read = route(getHealth, async ({ principal, services: { env, ledger, reviews } }) => {
  const status = ledger && (await ledger.status())
  return {
    body: {
      ok: true,
      mode: env.mode,
      locked: isLockedFor(env, principal),
      ledger: status?.storage ?? null,
      reviews: reviews.storage.findPlace().kind,
      degraded: status?.problem ? [degradedBy[status.storage]] : [],
      version,
    },
  }
})

export const { DELETE, GET, PATCH, POST, PUT } = methods(read)
