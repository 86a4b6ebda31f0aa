import 'server-only'
import { n, stroke } from './svg'

/** The letters of "sandbox" as strokes, since a host may have no fonts: 10 units tall, 11 apart. */
const bowl = 'M8.5 5a4 5 0 1 1-8 0a4 5 0 1 1 8 0'
const letters = [
  'M7 2C6.4 .7 5.3 0 4 0 2.3 0 1.2 1 1.2 2.5c0 3.3 6.2 1.6 6.2 5C7.4 9 6 10 4.2 10 2.6 10 1.4 9.2 .9 7.8',
  `${bowl}M8.5 0V10`,
  'M.8 10V0M.8 4.4C.8 1.7 2.4 0 4.5 0S8.2 1.7 8.2 4.4V10',
  `${bowl}M8.5-5V10`,
  `${bowl}M.5-5V10`,
  bowl,
  'M.8 0L8 10M8 0L.8 10',
]

/** The small "sandbox" in the lower right corner of every picture. */
export function mark(width: number, height: number): string {
  const word = letters
    .map(
      (d, index) => `<g transform="translate(${index * 11.6} 0)">${stroke(d, '#ffffff', 1.5)}</g>`,
    )
    .join('')
  const [w, h, scale] = [112, 34, 1.06]
  const [x, y] = [width - w - 24, height - h - 24]
  return `<g opacity=".82"><rect x="${n(x)}" y="${n(y)}" width="${w}" height="${h}" rx="17" fill="#0b0d14" fill-opacity=".5"/><g transform="translate(${n(x + 14)} ${n(y + 14)}) scale(${scale})">${word}</g></g>`
}
