/** The pause before a failed read is made again doubles from the first to the last of these, in ms. */
const firstPauseMs = 250
const maxPauseMs = 30_000

type Wait = (ms: number) => Promise<void>

const waitMs: Wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Reads from the library until that succeeds, as long as the answer is needed: browsers abort transactions, and we
 * end silent ones, where the next may well succeed.
 * @throws the last error once the answer is no longer needed
 */
export async function readUntilDone<T>(
  read: () => Promise<T>,
  isNeeded: () => boolean,
  wait: Wait = waitMs,
): Promise<T> {
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, maxPauseMs)) {
    try {
      return await read()
    } catch (error) {
      if (isNeeded()) await wait(pauseMs)
      if (!isNeeded()) throw error
    }
  }
}
