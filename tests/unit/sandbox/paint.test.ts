import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import { paint, type Reuse } from '../../../lib/sandbox/paint/paint'
import { paletteNames } from '../../../lib/sandbox/paint/palettes'
import { readPrompt } from '../../../lib/sandbox/paint/prompt'
import { subjectNames } from '../../../lib/sandbox/paint/subjects'
import { createPreviewScenes } from '../../../lib/sandbox/pictures/preview-scenes'

const base = { width: 320, height: 180, seed: 5, tint: null, enhance: false }
const sea = { ...base, ...readPrompt('a quiet sea at sunset', 5) }

const spoken = (prompt: string, chance = 0) => {
  const { subject, palette } = readPrompt(prompt, chance)
  return [subjectNames[subject], paletteNames[palette]]
}

test('the words of a prompt steer subject and palette', () => {
  expect(spoken('a serene mountain landscape at sunset')).toEqual(['mountains', 'sunset'])
  expect(spoken('Neon CITY streets, rain')).toEqual(['city', 'neon'])
  expect(spoken('portrait of a woman, black-and-white')).toEqual(['portrait', 'mono'])
  expect(spoken('minimal logo for a coffee brand, pastel')).toEqual(['logo', 'pastel'])
  expect(spoken('a lighthouse above a stormy sea')).toEqual(['lighthouse', 'storm'])
  expect(spoken('A sailing boat off the coast, a lighthouse')[0]).toBe('sailByLighthouse')
  expect(spoken('waves')[0]).toBe('sea')
  expect(spoken('houses, ladies, kitties')[0]).toBe('house')
  expect(spoken('a still life in oil')[0]).toBe('still')
  expect(spoken('')[0]).toBe('abstract')
})

/** Each was painted as the nearest thing that the painter knows. */
const unknown = [
  'foxes and berries in autumn',
  'a dog',
  'an owl at night',
  'a cup of coffee',
  'a castle',
  'poppies',
  'a lone tree',
  'a red car',
  'clouds in the sky',
  'a rocket',
  'a lake',
  'a wood table',
  'portrait of a dog',
  'still water',
  'sunset',
  'neon',
  'constructor toString __proto__',
]

for (const prompt of unknown)
  test(`“${prompt}” is abstract, since no scene shows it`, () => {
    expect(spoken(prompt)[0]).toBe('abstract')
  })

test('a mood alone gives its colours', () => {
  expect(spoken('sunset')).toEqual(['abstract', 'sunset'])
  expect(spoken('aurora borealis')).toEqual(['abstract', 'aurora'])
  expect(spoken('something vintage')).toEqual(['abstract', 'vintage'])
})

test('a prompt that names no palette gets one that suits its subject, not always the same', () => {
  const palettesOf = (prompt: string) =>
    new Set(Array.from({ length: 20 }, (_, chance) => spoken(prompt, chance)[1]))
  expect(palettesOf('a forest')).toEqual(new Set(['dawn', 'autumn', 'meadow', 'day']))
  expect(palettesOf('space, a planet')).toEqual(new Set(['night', 'neon', 'aurora']))
  expect(palettesOf('a desert')).not.toContain('winter')
})

test('every subject paints in every palette at the size asked, also at odd sizes', async () => {
  const sizes = [
    [64, 64],
    [1, 1],
    [96, 17],
    [20, 130],
  ] as const
  for (const [subject] of subjectNames.entries())
    for (const [width, height] of sizes) {
      const png = await paint(
        { ...base, width, height, subject, palette: subject % 16 },
        null,
        null,
      )
      expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width, height })
    }
})

test('the same job gives the same bytes, another seed another picture', async () => {
  const [first, again, other] = await Promise.all([
    paint(sea, null, null),
    paint(sea, null, null),
    paint({ ...sea, seed: 6 }, null, null),
  ])
  expect(first.equals(again)).toBe(true)
  expect(await difference(first, other)).toBeGreaterThan(8)
})

test('intermediate pictures come nearer to the final one step by step', async () => {
  const final = await paint(sea, null, null)
  const distances = []
  for (const step of [1, 2, 3, 4, 5])
    distances.push(await difference(await paint(sea, step, null), final))
  expect(distances).toEqual(distances.toSorted((a, b) => b - a))
  expect(distances[0]).toBeGreaterThan(2 * (distances[4] ?? 0))
})

test('the previews of one job draw its scene once, and each is the same bytes as by itself', async () => {
  let draws = 0
  const previewScene = createPreviewScenes()
  const reuse: Reuse = (draw) =>
    previewScene('a job')(() => {
      draws += 1
      return draw()
    })
  for (const step of [1, 2, 3, 4, 5]) {
    const reused = await paint(sea, step, null, 'png', reuse)
    expect(reused.equals(await paint(sea, step, null))).toBe(true)
  }
  expect(draws).toBe(1)
})

test('an input picture steers the composition', async () => {
  const half = await sharp({
    create: { width: 60, height: 40, channels: 3, background: '#d01515' },
  })
    .extend({ right: 60, background: '#1530d0' })
    .png()
    .toBuffer()
  const painted = await paint({ ...sea, tint: 3 }, null, half)
  const side = async (left: number) => {
    const region = { left, top: 20, width: 100, height: 100 }
    const { channels } = await sharp(await sharp(painted).extract(region).toBuffer()).stats()
    return channels.map(({ mean }) => mean)
  }
  const [[leftRed = 0, , leftBlue = 0], [rightRed = 0, , rightBlue = 0]] = [
    await side(20),
    await side(200),
  ]
  expect(leftRed).toBeGreaterThan(leftBlue + 40)
  expect(rightBlue).toBeGreaterThan(rightRed + 40)
})

test('a tint alone still changes the colours, where the input itself is out of reach', async () => {
  const [plain, tinted] = await Promise.all([
    paint(sea, null, null),
    paint({ ...sea, tint: 16 * 8 + 4 }, null, null),
  ])
  expect(await difference(plain, tinted)).toBeGreaterThan(8)
})

test('an enhanced picture is its input, enlarged', async () => {
  const input = await paint({ ...sea, width: 160, height: 90 }, null, null)
  const large = await paint({ ...sea, enhance: true, tint: 1 }, null, input)
  expect(await difference(input, large)).toBeLessThan(6)
})

async function difference(a: Buffer, b: Buffer): Promise<number> {
  const small = (png: Buffer) =>
    sharp(png).resize(80, 45, { fit: 'fill' }).removeAlpha().raw().toBuffer()
  const [x, y] = await Promise.all([small(a), small(b)])
  return x.reduce((sum, value, at) => sum + Math.abs(value - (y[at] ?? 0)), 0) / x.length
}
