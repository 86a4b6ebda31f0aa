import { getHealth } from '@/lib/contract/health'
import { isLockedFor } from '@/lib/server/access/gate'
import { methods, route } from '@/lib/server/route'
import { version } from '@/package.json'

const read = route(getHealth, async ({ principal, services: { env, ledger } }) => ({
  body: {
    ok: true,
    mode: env.mode,
    locked: isLockedFor(env, principal),
    ledger: ledger?.storage() ?? null,
    version,
  },
}))

export const { DELETE, GET, PATCH, POST, PUT } = methods(read)
