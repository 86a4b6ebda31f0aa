import { ApiError } from '@/lib/contract/errors'
import { route } from '@/lib/server/http/route'

const nothingHere = route(
  async () => {
    throw new ApiError('not_found', 'There is nothing at this address.')
  },
  { access: 'open' },
)

export {
  nothingHere as DELETE,
  nothingHere as GET,
  nothingHere as PATCH,
  nothingHere as POST,
  nothingHere as PUT,
}
