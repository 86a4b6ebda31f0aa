import { getBudget } from '@/lib/contract/budget'
import { remainingFor } from '@/lib/server/billing/remaining-budget'
import { methods, route } from '@/lib/server/route'

const read = route(
  getBudget,
  async ({ principal, services }) => ({ body: await remainingFor(services, principal) }),
  { identifies: true },
)

export const { DELETE, GET, PATCH, POST, PUT } = methods(read)
