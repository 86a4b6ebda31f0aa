import 'server-only'

/** However many jobs and readers there are, Krea gets at most two reads a second. */
const spacingMs = 500

/** When the next read may start. */
export function createReadPace(now: () => number) {
  let lastAt = Number.NEGATIVE_INFINITY
  let secondLastAt = Number.NEGATIVE_INFINITY

  return {
    /** In ms. An urgent read may follow the one before at once, but is never a third within a second. */
    pauseMs(isUrgent: boolean): number {
      const soonest = secondLastAt + 2 * spacingMs
      return (isUrgent ? soonest : Math.max(soonest, lastAt + spacingMs)) - now()
    },

    noteRead(): void {
      secondLastAt = lastAt
      lastAt = now()
    },
  }
}
