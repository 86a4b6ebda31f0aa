import type { Contract, Method } from '@/lib/contract/contract'
import { ApiError } from '@/lib/contract/errors'
import { methods, route } from '@/lib/server/route'

function nothingHere(method: Method) {
  const contract: Contract = { method, path: '/api/[[...path]]', access: 'open', answer: null }
  return route(contract, async () => {
    throw new ApiError('not_found', 'There is nothing at this address.')
  })
}

export const { DELETE, GET, PATCH, POST, PUT } = methods(
  nothingHere('DELETE'),
  nothingHere('GET'),
  nothingHere('PATCH'),
  nothingHere('POST'),
  nothingHere('PUT'),
)
