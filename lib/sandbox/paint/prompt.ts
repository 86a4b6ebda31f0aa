import 'server-only'
import { type PaletteName, paletteNames } from './palettes'
import { type SubjectName, subjectNames } from './subjects'

/**
 * Words for what a scene really shows, and no others: a dog must not be painted as a cat. The first
 * word in a prompt wins. The first of each line says best what the scene is.
 */
const subjects: Partial<Record<SubjectName, string>> = {
  logo: 'logo emblem icon monogram badge',
  portrait: 'portrait headshot person woman lady girl',
  city: 'city skyline skyscraper cityscape downtown metropolis',
  space: 'planet outer-space deep-space nebula saturn jupiter cosmos universe',
  cat: 'cat kitten kitty feline house-cat',
  bird: 'bird songbird sparrow robin finch',
  flowers: 'flower bouquet blossom bloom wildflower floral',
  house: 'house cottage cabin farmhouse',
  still: 'still-life vase bottle fruit',
  cactus: 'cactus cacti',
  desert: 'desert dune sahara',
  forest: 'forest woodland woods pines firs taiga',
  lighthouse: 'lighthouse',
  sail: 'sailboat boat yacht sail sailing',
  sea: 'sea ocean seascape coast shore wave',
  mountains: 'mountain alps alpine peak ridge',
  sky: 'balloon hot-air',
  geometric: 'geometric bauhaus shapes cubist',
  abstract: 'abstract flow fluid swirl gradient ribbon marble',
}

/** A word that calls for a subject. */
export const nounOf = (subject: string): string =>
  new Map(Object.entries(subjects)).get(subject)?.split(' ')[0] ?? ''

const palettes: Partial<Record<PaletteName, string>> = {
  neon: 'neon cyberpunk synthwave vaporwave retrowave electric futuristic glowing',
  aurora: 'aurora northern borealis',
  night: 'night midnight moon starry dark nocturnal stars',
  sunset: 'sunset dusk evening golden twilight',
  dawn: 'dawn sunrise morning misty mist fog foggy',
  winter: 'winter snow snowy ice icy frozen frost arctic christmas',
  autumn: 'autumn fall october harvest november',
  pastel: 'pastel soft cute kawaii dreamy gentle watercolor watercolour',
  vintage: 'vintage retro sepia old antique film nostalgic 70s',
  mono: 'mono monochrome black-and-white noir grayscale greyscale bw charcoal',
  ember: 'ember fire lava volcano hot flame mars red',
  storm: 'storm stormy rain rainy moody thunder gloomy dramatic',
  tropical: 'tropical paradise caribbean summer palm hawaii',
  ocean: 'ocean underwater teal aqua marine',
  meadow: 'meadow spring green garden lush field',
  day: 'day sunny blue noon bright daylight clear',
}

const suited: Partial<Record<SubjectName, PaletteName[]>> = {
  mountains: ['dawn', 'sunset', 'day', 'winter', 'autumn'],
  sea: ['sunset', 'ocean', 'dawn', 'tropical'],
  forest: ['dawn', 'autumn', 'meadow', 'day'],
  city: ['night', 'sunset', 'neon', 'dawn'],
  desert: ['ember', 'sunset', 'vintage', 'dawn'],
  space: ['night', 'neon', 'aurora'],
  flowers: ['meadow', 'pastel', 'dawn', 'tropical'],
  house: ['dawn', 'autumn', 'meadow', 'sunset'],
  sky: ['day', 'dawn', 'pastel', 'sunset'],
  lighthouse: ['sunset', 'ocean', 'dawn', 'storm'],
  sail: ['sunset', 'ocean', 'dawn', 'tropical'],
  sailByLighthouse: ['sunset', 'ocean', 'dawn', 'storm'],
  cactus: ['ember', 'sunset', 'vintage', 'dawn'],
}

const generally: PaletteName[] = ['sunset', 'ocean', 'pastel', 'vintage', 'tropical', 'dawn', 'day']

/** What to paint for a prompt, as indices; chance decides what its words leave open. */
export function readPrompt(prompt: string, chance: number): { subject: number; palette: number } {
  const words = prompt.toLowerCase().match(/[\p{L}\d]+(?:-\p{L}+)*/gu) ?? []
  const pairs = words.flatMap((word, index) => [`${word}-${words[index + 1] ?? ''}`, word])
  const mood = firstIn(palettes, pairs)
  const subject = subjectOf(words, pairs)
  const fitting = suited[subject] ?? generally
  const palette = mood ?? fitting[chance % fitting.length] ?? 'day'
  return { subject: subjectNames.indexOf(subject), palette: paletteNames.indexOf(palette) }
}

function subjectOf(words: string[], pairs: string[]): SubjectName {
  if (isOfSomethingElse(words)) return 'abstract'
  const found = firstIn(subjects, pairs) ?? 'abstract'
  const both = (['sail', 'lighthouse'] as const).map((name) => ({ [name]: subjects[name] }))
  const isAtSea = found === 'sail' || found === 'lighthouse'
  return isAtSea && both.every((table) => firstIn(table, pairs)) ? 'sailByLighthouse' : found
}

/** "A portrait of a dog" is no portrait of ours: the sitter is always a person. */
function isOfSomethingElse(words: string[]): boolean {
  const at = words.findIndex((word) => /^(portrait|headshot|face)s?$/.test(word))
  const [of, ...rest] = words.slice(at + 1)
  if (at === -1 || of !== 'of') return false
  const sitter = rest.slice(0, 5)
  return !sitter.some((word) => formsOf(word).some((form) => people.has(form)))
}

const people = new Set('person woman lady girl face mother sister daughter'.split(' '))

function firstIn<Name extends string>(
  table: Partial<Record<Name, string>>,
  words: string[],
): Name | null {
  const names: [Name, string[]][] = []
  for (const name in table) names.push([name, table[name]?.split(' ') ?? []])
  for (const word of words) {
    const forms = formsOf(word)
    const found = names.find(([, known]) => known.some((one) => forms.includes(one)))
    if (found) return found[0]
  }
  return null
}

/** The word, and what it may be the plural or an adjective of. */
const formsOf = (word: string): string[] => [
  word,
  ...[/s$/, /es$/, /y$/].map((ending) => word.replace(ending, '')),
  word.replace(/ies$/, 'y'),
]
