import 'server-only'
import type { Brush } from './brush'
import { area, n, type Point } from './svg'

/** The outline of a fir whose foot is at `x y`. */
export function fir(brush: Brush, x: number, y: number, tall: number): string {
  const tiers = Math.max(4, Math.round(tall / 16))
  const wide = tall * brush.between(0.17, 0.24)
  const side = (sign: number): Point[] =>
    Array.from({ length: tiers }, (_, tier): Point[] => {
      const part = (tier + 1) / tiers
      const out = wide * part ** 0.85 * brush.between(0.75, 1.12)
      const up = y - tall * (1 - part * 0.94)
      return [
        [x + sign * out, up + tall * 0.012],
        [x + sign * out * 0.48, up - tall * 0.012],
      ]
    }).flat()
  return area([[x, y - tall], ...side(1), [x + 2, y], [x - 2, y], ...side(-1).toReversed()])
}

/** A round crown on a stem, as one outline. */
export function broadleaf(brush: Brush, x: number, y: number, tall: number): string {
  const r = tall * 0.3
  const lobes = Array.from({ length: 7 }, () => {
    const [dx, dy, s] = [
      brush.between(-r, r) * 0.8,
      brush.between(-r, r) * 0.8,
      r * brush.between(0.45, 0.75),
    ]
    const [cx, cy] = [x + dx, y - tall + r + dy]
    return `M${n(cx - s)} ${n(cy)}a${n(s)} ${n(s)} 0 1 0 ${n(2 * s)} 0a${n(s)} ${n(s)} 0 1 0 ${n(-2 * s)} 0`
  })
  const stem = `M${n(x - tall * 0.03)} ${n(y)}L${n(x - tall * 0.015)} ${n(y - tall * 0.6)}h${n(tall * 0.03)}L${n(x + tall * 0.03)} ${n(y)}Z`
  return lobes.join('') + stem
}
