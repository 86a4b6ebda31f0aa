import 'server-only'
import { createHash } from 'node:crypto'
import type { Input } from '@/lib/catalog/field'
import type { Fault } from '@/lib/contract/sandbox-faults'
import type { Call, Context } from '../context'
import { endingOf } from '../http/misbehave'
import type { Submission } from '../models/submission'
import { readPrompt } from '../paint/prompt'
import type { InputPicture } from '../pictures/inputs'
import { defaultOf, sizeOf } from '../pictures/size'
import { styleWords } from '../styles/style-words'
import { durationOf } from './duration'
import { type JobFacts, seedCount } from './job-code'

/** As many jobs of a token run at once; the others wait. */
const maxConcurrent = 8

export async function factsOf(
  context: Context,
  call: Call,
  { known, body, size: retiredSize }: Submission,
  inputs: InputPicture[],
  fault: Fault | null,
): Promise<Omit<JobFacts, 'createdAt'>> {
  const { model, schema, external } = known
  const enhance = model.task === 'enhance'
  const size = sizeOf({ ...body, ...retiredSize }, schema, inputs[0]?.size ?? null, enhance)
  // As on Krea: a model without a default seed gives another picture each time.
  const chance = body.seed ?? defaultOf(schema, 'seed') ?? Math.floor(context.random() * 2 ** 32)
  const seed = seedFrom([model.id, size, chance, settingsOf(body, inputs)])
  const running = await context.log.countRunning(call.owner)
  const prompt = `${promptOf(body)} ${await styleWords(context, call, body)}`
  return {
    ...size,
    ...readPrompt(prompt, seed),
    seed,
    duration: durationOf(known, body, size, context.speed) * (fault === '#slow' ? 6 : 1),
    backlog:
      running < maxConcurrent ? 0 : Math.min(7, 1 + Math.floor((running - maxConcurrent) / 4)),
    ending: endingOf(fault),
    external,
    enhance,
    tint: inputs[0]?.tint ?? null,
  }
}

export const promptOf = ({ prompt }: Input): string => (typeof prompt === 'string' ? prompt : '')

const sizeFields = new Set(['seed', 'width', 'height', 'aspect_ratio', 'resolution'])
const fieldsOfFile = new Set(['output_format'])

/** The other settings that make a picture. An upload's address changes each time, its bytes do not. */
function settingsOf(body: Input, inputs: InputPicture[]): string {
  const entries = Object.entries(body)
    .filter(([name]) => !sizeFields.has(name) && !fieldsOfFile.has(name))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return inputs.reduce(
    (text, { address, hash }) => text.replaceAll(JSON.stringify(address), hash),
    JSON.stringify(entries),
  )
}

export const seedFrom = (value: unknown): number =>
  createHash('sha256').update(JSON.stringify(value)).digest().readUInt32BE() % seedCount
