import 'server-only'
import { type PaletteName, paletteNames } from './palettes'
import { type SubjectName, subjectNames } from './subjects'

/** Words, by the beginning of each, and what they call for. The first word in a prompt wins. */
const subjects: Partial<Record<SubjectName, string>> = {
  logo: 'logo icon emblem badge brand symbol monogram sticker',
  portrait:
    'portrait woman man girl boy face person people selfie queen king samurai astronaut headshot model fashion character lady',
  city: 'city cyberpunk skyline street skyscraper building urban downtown tokyo york london paris architecture metropolis car',
  space:
    'space planet galaxy nebula cosmos cosmic universe saturn mars orbit star rocket spaceship alien',
  cat: 'cat kitten dog puppy fox animal pet wolf tiger lion panda bear rabbit',
  bird: 'bird owl parrot eagle robin sparrow hummingbird raven crow',
  flowers:
    'flower rose bouquet tulip blossom garden floral sunflower lily daisy petal orchid poppy botanical plant',
  house: 'house cabin cottage home farm village barn castle hut interior room',
  still:
    'still vase cup coffee tea bottle fruit food apple bowl product perfume table cake kitchen lemon',
  desert: 'desert dune sahara cactus canyon camel oasis sand arid',
  forest: 'forest wood tree jungle pine birch grove leaf woodland',
  sea: 'sea ocean beach wave coast ship boat sail island harbor harbour shore lake river surf water lighthouse cliff bay lagoon',
  mountains:
    'mountain alps alpine peak hill valley landscape glacier volcano highland fjord snow scenic',
  sky: 'sky balloon cloud airship kite hot-air',
  geometric: 'geometric bauhaus pattern shapes mosaic tile cubist typography',
  abstract: 'abstract flow fluid texture marble swirl dream wallpaper gradient ribbon',
}

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
}

const generally: PaletteName[] = ['sunset', 'ocean', 'pastel', 'vintage', 'tropical', 'dawn', 'day']

/** What a mood is painted as, where a prompt names nothing else. */
const scenery: Partial<Record<PaletteName, SubjectName>> = {
  sunset: 'sea',
  tropical: 'sea',
  ocean: 'sea',
  storm: 'sea',
  night: 'city',
  neon: 'city',
  dawn: 'mountains',
  winter: 'mountains',
  aurora: 'mountains',
  autumn: 'forest',
  meadow: 'flowers',
}

/** What to paint for a prompt, as indices; chance decides what its words leave open. */
export function readPrompt(prompt: string, chance: number): { subject: number; palette: number } {
  const words = prompt.toLowerCase().match(/[\p{L}\d]+(?:-\p{L}+)*/gu) ?? []
  const mood = firstIn(palettes, words)
  const subject = firstIn(subjects, words) ?? (mood && scenery[mood]) ?? 'abstract'
  const fitting = suited[subject] ?? generally
  const palette = mood ?? fitting[chance % fitting.length] ?? 'day'
  return { subject: subjectNames.indexOf(subject), palette: paletteNames.indexOf(palette) }
}

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
