const lastRuns = new Map<string, Promise<unknown>>()

/**
 * Runs work of one name one at a time, across all tabs. Over plain http there are no Web Locks, so
 * there it is one at a time within this tab only.
 */
export async function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (navigator.locks) return await navigator.locks.request(`krea-playground:${name}`, work)
  const result = (lastRuns.get(name) ?? Promise.resolve()).then(work, work)
  lastRuns.set(name, result)
  return result
}
