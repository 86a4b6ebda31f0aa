import 'server-only'
import { createHash } from 'node:crypto'
import { paletteNames } from '../paint/palettes'
import { nounOf } from '../paint/prompt'
import { subjectNames } from '../paint/subjects'

/** A style that is there from the start. The painter draws its pictures from subject and palette. */
export type BuiltInStyle = {
  id: string
  title: string
  prompt: string
  subject: string
  palette: string
  models: string[]
  owner: { id: string; name: string; avatar_url: null } | null
  like_count: number
  created_at: string
}

const capitalize = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Nine letters, as Krea's ids are. */
export const styleId = (seed: string): string =>
  [...digest(seed).subarray(0, 9)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('')

/** A UUID that follows from a name. */
export const uuidOf = (name: string): string =>
  digest(name)
    .toString('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5')
    .slice(0, 36)

const modelSets = [['flux_dev'], ['flux_dev', 'qwen'], ['z-image'], ['qwen'], ['k2']]
const makers = ['Ada', 'Mori', 'Sol', 'Wren']
const epoch = Date.UTC(2026, 0, 15)

function style(title: string, subject: string, palette: string, maker: string | null) {
  const number = digest(title).readUInt16BE()
  return {
    id: styleId(maker === null ? palette : title),
    title,
    prompt: `${nounOf(subject)} in ${palette} colours`,
    subject,
    palette,
    models: modelSets[number % modelSets.length] ?? [],
    owner: maker === null ? null : { id: uuidOf(maker), name: maker, avatar_url: null },
    like_count: number % 900,
    created_at: new Date(epoch + number * 300_000).toISOString(),
  }
}

/** Krea's own: one for each palette. */
const kreaStyles = paletteNames.map((palette, index) =>
  style(
    capitalize(palette),
    subjectNames[1 + (index % (subjectNames.length - 1))] ?? '',
    palette,
    null,
  ),
)

/** Of the community's titles, so that Krea's own are found by their palettes alone. */
const adjectives: Record<string, string> = {
  sunset: 'Golden',
  dawn: 'Early',
  day: 'Clear',
  night: 'Midnight',
  winter: 'Frosty',
  neon: 'Electric',
  pastel: 'Soft',
  vintage: 'Faded',
  autumn: 'Amber',
  ocean: 'Teal',
  mono: 'Grey',
  meadow: 'Green',
  ember: 'Glowing',
  aurora: 'Northern',
  tropical: 'Palm',
  storm: 'Rainy',
}

const communityStyles = subjectNames.filter(nounOf).flatMap((subject, index) =>
  [3, 10].map((offset) => {
    const palette = paletteNames[(index * 3 + offset) % paletteNames.length] ?? ''
    const maker = makers[(index + offset) % makers.length] ?? null
    return style(`${adjectives[palette] ?? 'Plain'} ${nounOf(subject)}`, subject, palette, maker)
  }),
)

export const builtInStyles: BuiltInStyle[] = [...kreaStyles, ...communityStyles]
