import { mkdir, writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { examplePrompts } from '../lib/draft/prompts/example-prompts'
import { paint } from '../lib/sandbox/paint/paint'
import { readPrompt } from '../lib/sandbox/paint/prompt'

/** `npm run examples`: paints the pictures of the empty gallery's examples, small enough for a first visit. */
const size = { width: 320, height: 240 }
/** The painter marks its pictures at the lower edge, which is cut off. */
const markHeight = 32
const maxBytes = 4000

async function main() {
  await mkdir('public/examples', { recursive: true })
  for (const [index, { prompt, picture }] of examplePrompts.entries()) {
    const bytes = await examplePicture(prompt, 7 + index)
    await writeFile(`public${picture}`, bytes)
    console.log(`${picture}: ${bytes.length} bytes`)
  }
}

async function examplePicture(prompt: string, seed: number): Promise<Buffer> {
  const { width, height } = size
  const subject = { ...readPrompt(prompt, seed), seed, tint: null, enhance: false }
  const painted = await paint(
    { ...subject, width: width * 2, height: (height + markHeight) * 2 },
    null,
    null,
  )
  const cut = sharp(painted)
    .extract({ left: 0, top: 0, width: width * 2, height: height * 2 })
    .resize(width, height)
  for (let quality = 60; ; quality -= 10) {
    const bytes = await cut.clone().webp({ quality, effort: 6 }).toBuffer()
    if (bytes.length <= maxBytes || quality <= 10) return bytes
  }
}

void main()
