import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import subsetFont from 'subset-font'

/** `npm run font`: cuts Geist down to what the first view can show: Latin letters, in the weights that the app uses. */
const source = 'node_modules/@fontsource-variable/geist'
const target = 'app/fonts'
const options = {
  targetFormat: 'woff2',
  variationAxes: { wght: { min: 400, max: 600 } },
  // Kerning, accents, joined letters, figures of one width.
  keepFeatures: ['kern', 'ccmp', 'locl', 'mark', 'mkmk', 'liga', 'calt', 'tnum'],
} as const
/** First and last letter of each range: the Latin part of Google Fonts. */
const ranges = [
  ['\u0020', '\u007e'],
  ['\u00a0', '\u00ff'],
  ['ı', 'ı'],
  ['Œ', 'œ'],
  ['ʻ', 'ʼ'],
  ['ˆ', 'ˆ'],
  ['˚', '˚'],
  ['˜', '˜'],
  ['\u2000', '\u206f'],
  ['€', '€'],
  ['™', '™'],
  ['↑', '↑'],
  ['↓', '↓'],
  ['−', '−'],
  ['∕', '∕'],
] as const

async function main() {
  const whole = await readFile(`${source}/files/geist-latin-wght-normal.woff2`)
  const part = await subsetFont(whole, ranges.map(lettersBetween).join(''), options)
  await mkdir(target, { recursive: true })
  await writeFile(`${target}/geist-latin.woff2`, part)
  await copyFile(`${source}/LICENSE`, `${target}/license.txt`)
  console.log(`${whole.length} -> ${part.length} bytes`)
}

function lettersBetween([first, last]: readonly [string, string]): string {
  const codes = Array.from(
    { length: last.charCodeAt(0) - first.charCodeAt(0) + 1 },
    (_, at) => first.charCodeAt(0) + at,
  )
  return String.fromCharCode(...codes)
}

void main()
