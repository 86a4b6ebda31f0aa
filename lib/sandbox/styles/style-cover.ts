import 'server-only'
import type { Call, Context } from '../context'
import { notFound } from '../http/answer'
import { seedFrom } from '../jobs/job-facts'
import { paint } from '../paint/paint'
import { readPrompt } from '../paint/prompt'
import { pictureAnswer } from '../pictures/serve-picture'
import { builtInStyles } from './built-in-styles'

/** Portrait, as Krea's are. */
const size = { width: 384, height: 512 }

/** `GET /public/styles/<id>-2.png`: one of the three pictures that show a style. */
export async function serveStyleCover(
  { pictures }: Context,
  { request }: Call,
  name: string,
): Promise<Response> {
  const [, id = '', number] = /^([a-z]{9})-([123])\.png$/.exec(name) ?? []
  if (id === '') throw notFound('File not found')
  const prompt = builtInStyles.find((style) => style.id === id)?.prompt ?? ''
  const seed = seedFrom([id, number])
  const job = { ...size, ...readPrompt(prompt, seed), seed, tint: null, enhance: false }
  const bytes = await pictures.paintOnce(name, size.width * size.height, () =>
    paint(job, null, null),
  )
  return pictureAnswer(request, name, bytes)
}
