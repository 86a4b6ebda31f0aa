import 'server-only'
import type { Brush } from './brush'

export type Stop = [colour: string, opacity?: number, at?: number]
/** A gradient: put `def` before its use as `fill`. */
export type Paint = { def: string; fill: string }
export type Point = readonly [x: number, y: number]

export const n = (value: number): string => (Math.round(value * 10) / 10).toString()

export function linear(
  brush: Brush,
  stops: Stop[],
  [x1, y1, x2, y2]: readonly [number, number, number, number] = [0, 0, 0, 1],
): Paint {
  const name = brush.name()
  const at = `x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"`
  return {
    def: `<linearGradient id="${name}" ${at}>${spread(stops)}</linearGradient>`,
    fill: `url(#${name})`,
  }
}

/** `cx cy r` are parts of the box it fills; the light falls from `fx fy`. */
export function radial(
  brush: Brush,
  stops: Stop[],
  [cx, cy, r, fx, fy]: readonly number[] = [0.5, 0.5, 0.5],
): Paint {
  const name = brush.name()
  const focus = fx === undefined ? '' : ` fx="${fx}" fy="${fy}"`
  return {
    def: `<radialGradient id="${name}" cx="${cx}" cy="${cy}" r="${r}"${focus}>${spread(stops)}</radialGradient>`,
    fill: `url(#${name})`,
  }
}

function spread(stops: Stop[]): string {
  return stops
    .map(([colour, opacity = 1, at], index) => {
      const offset = at ?? index / (stops.length - 1)
      return `<stop offset="${Math.round(offset * 1000) / 1000}" stop-color="${colour}" stop-opacity="${opacity}"/>`
    })
    .join('')
}

export function glow(brush: Brush, x: number, y: number, r: number, colour: string, opacity = 1) {
  const { def, fill } = radial(brush, [
    [colour, opacity],
    [colour, opacity * 0.35, 0.4],
    [colour, 0],
  ])
  return `${def}${disc(x, y, r, fill)}`
}

export const disc = (x: number, y: number, r: number, fill: string, opacity = 1) =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${fill}"${faint(opacity)}/>`

export const oval = ([x, y]: Point, [rx, ry]: Point, fill: string, opacity = 1, degrees = 0) =>
  `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}"${faint(opacity)}${degrees === 0 ? '' : ` transform="rotate(${n(degrees)} ${n(x)} ${n(y)})"`}/>`

export const box = (x: number, y: number, w: number, h: number, fill: string, opacity = 1) =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" fill="${fill}"${faint(opacity)}/>`

export const path = (d: string, fill: string, opacity = 1) =>
  `<path d="${d}" fill="${fill}"${faint(opacity)}/>`

export const stroke = (d: string, colour: string, width: number, opacity = 1) =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round"${faint(opacity, 'stroke')}/>`

export const image = (href: string, x: number, y: number, w: number, h: number, opacity = 1) =>
  `<image href="${href}" x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" preserveAspectRatio="none" opacity="${opacity}"/>`

export const polyline = (points: readonly Point[]) =>
  `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}`

export const area = (points: readonly Point[]) => `${polyline(points)}Z`

/** The ground below a line of heights across the picture. */
export function ground(
  { width, height }: Brush,
  heightAt: (x: number) => number,
  step = 6,
): string {
  const points: Point[] = []
  for (let x = -step; x <= width + step; x += step) points.push([x, heightAt(x)])
  return area([...points, [width + step, height], [-step, height]])
}

// Not the `opacity` attribute: it makes the renderer paint each element on a layer of its own.
function faint(opacity: number, of: 'fill' | 'stroke' = 'fill'): string {
  return opacity === 1 ? '' : ` ${of}-opacity="${Math.round(opacity * 1000) / 1000}"`
}
