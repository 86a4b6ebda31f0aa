const tails = new Map<string, Promise<unknown>>()

/**
 * Runs work that must not run twice at a time in any tab, one after the other. Where the page is
 * served over plain http there are no Web Locks, and it holds within this tab only.
 */
export async function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (navigator.locks) return await navigator.locks.request(`krea-playground:${name}`, work)
  const turn = (tails.get(name) ?? Promise.resolve()).then(work, work)
  tails.set(name, turn)
  return turn
}
