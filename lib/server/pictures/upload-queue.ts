import 'server-only'
import { ApiError } from '@/lib/contract/errors'

/** Each upload may take 80 MB of memory on its way. */
const maxRunning = { all: 4, address: 2 }
const maxWaiting = { all: 40, address: 20 }
const retryAfterMs = 2_000

type Waiting = { address: string; start: () => void }

/** Few uploads at once, and few of one address: the rest wait, and beyond that nobody waits. */
export function createUploadQueue() {
  const waiting: Waiting[] = []
  const running: string[] = []
  const countOf = (addresses: string[], address: string) =>
    addresses.filter((one) => one === address).length
  const isFree = (address: string) =>
    running.length < maxRunning.all && countOf(running, address) < maxRunning.address

  function startNext(): void {
    const index = waiting.findIndex(({ address }) => isFree(address))
    const [next] = index < 0 ? [] : waiting.splice(index, 1)
    if (!next) return
    running.push(next.address)
    next.start()
    startNext()
  }

  /** @throws ApiError `rate_limited` when too many wait */
  return async function run<T>(address: string, work: () => Promise<T>): Promise<T> {
    const own = countOf(
      waiting.map((one) => one.address),
      address,
    )
    if (waiting.length >= maxWaiting.all || own >= maxWaiting.address)
      throw new ApiError('rate_limited', 'Too many pictures are on their way at once.', {
        retryAfterMs,
      })
    await new Promise<void>((start) => {
      waiting.push({ address, start })
      startNext()
    })
    try {
      return await work()
    } finally {
      running.splice(running.indexOf(address), 1)
      startNext()
    }
  }
}
