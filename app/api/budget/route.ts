import { getBudget } from '@/lib/contract/budget'
import { remainingFor } from '@/lib/server/billing/remaining-budget'
import { methods, route } from '@/lib/server/route'

const read = route(
  getBudget,
  async ({ principal, services }) => {
    const { unknownPriceDollars } = services.env
    const remaining = await remainingFor(services, principal)
    return {
      body:
        unknownPriceDollars === null
          ? remaining
          : { ...remaining, unknownPrice: unknownPriceDollars },
    }
  },
  { identifies: true },
)

export const { DELETE, GET, PATCH, POST, PUT } = methods(read)
