/**
 * How full the bar is, 0 to 0.95: straight to 70 % at the typical time, then ever slower. It never
 * waits just short of the end, since nobody knows when a late job ends.
 */
export function progress(elapsedMs: number, typicalMs: number): number {
  const share = Math.max(0, elapsedMs) / typicalMs
  if (share <= 1) return 0.7 * share
  return 0.7 + 0.25 * (1 - 1 / (1 + (share - 1) * 2.8))
}
