import 'server-only'

const pageSize = { min: 100, max: 1_000 }
/** A page above the client's limit of bytes is asked for in smaller parts for so long. */
const smallPagesMs = 60_000
/** For so long the newest page reaches as far back as a job of ours was found. */
const depthMs = 30_000

/** How many jobs a page of Krea's list is asked for. */
export function createPageLimits(now: () => number) {
  let depth = { jobs: 0, until: Number.NEGATIVE_INFINITY }
  let smaller = { size: pageSize.max, until: Number.NEGATIVE_INFINITY }

  const max = () => (now() < smaller.until ? smaller.size : pageSize.max)

  /** In whole hundreds, and somewhat more, since new jobs come before them. */
  const knownDepth = () =>
    now() < depth.until ? Math.ceil((depth.jobs * 1.2) / pageSize.min) * pageSize.min : 0

  return {
    ofOlder: max,

    /** Twice the jobs that are looked for, since others stand between them. */
    ofNewest: (wanted: number): number =>
      Math.min(max(), Math.max(pageSize.min, wanted * 2, knownDepth())),

    /** @param jobs how many stand before a job of ours, and that one */
    noteDepth(jobs: number): void {
      if (jobs >= depth.jobs || now() >= depth.until) depth = { jobs, until: now() + depthMs }
    },

    /** @returns whether a page may still be smaller */
    noteTooLong(limit: number): boolean {
      const size = Math.max(pageSize.min, Math.floor(limit / 4))
      smaller = { size, until: now() + smallPagesMs }
      return limit > pageSize.min
    },
  }
}
