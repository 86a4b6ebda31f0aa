import 'server-only'
import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Input } from '@/lib/catalog/field'
import { type Fault, faultIn } from '@/lib/contract/sandbox-faults'
import { html, invalid, json } from '../answer'
import { limitBody, rethrowRefusal } from '../body'
import type { Call, Context } from '../context'
import { type InputPicture, readInputs } from '../inputs'
import { cutShort, endingOf, misbehave } from '../misbehave'
import { readPrompt } from '../paint/prompt'
import { inputFileName } from '../pictures'
import { readSubmission, type Submission } from '../retired-paths'
import { defaultOf, sizeOf } from '../size'
import { styles } from '../styles'
import { durationOf } from './duration'
import { encodeJob, type JobFacts, seedCount } from './job-code'
import { wireJob } from './wire-job'

/** Bytes of a body: prompts and addresses need no more. */
const maxBytes = 2 ** 20
/** As many jobs run at once; the rest wait. */
const maxConcurrent = 8

/** `POST /generate/<id>`: checks the body, makes the job, answers as Krea does. */
export async function submit(context: Context, call: Call, id: string): Promise<Response> {
  const asked = readSubmission(context.models, id, await readBody(call.request), context.now())
  if (!asked) return html(404, `Cannot POST ${call.path}`)
  context.models.check(asked.known, asked.body)
  const prompt = typeof asked.body.prompt === 'string' ? asked.body.prompt : ''
  const fault = faultIn(prompt)
  const refusal = fault && (await misbehave(fault, call.request.signal))
  if (refusal) return refusal
  const inputs = await readInputs(context, call, asked.known.model, asked.body)
  const facts = factsOf(context, asked, inputs, prompt, fault)
  const job = encodeJob(facts)
  const picture = inputs[0]?.small
  if (picture) await context.store.write(inputFileName(facts), picture)
  context.registry.remember(job, facts)
  const answer = wireJob(job, facts, null, facts.createdAt, call.base)
  return fault === '#cut' ? cutShort(answer) : json(answer, 200, asked.headers)
}

async function readBody(request: Request): Promise<Input> {
  const malformed = invalid('The body must be a JSON object')
  const body: unknown = await limitBody(request, maxBytes, 'The body is too large')
    .json()
    .catch((error) => rethrowRefusal(error, malformed))
  const parsed = z.record(z.string(), z.json()).safeParse(body)
  if (!parsed.success) throw malformed
  return parsed.data
}

function factsOf(
  { registry, now, random, speed }: Context,
  { known, body, size: oldSize }: Submission,
  inputs: InputPicture[],
  prompt: string,
  fault: Fault | null,
): JobFacts {
  const { model, schema, external } = known
  const enhance = model.task === 'enhance'
  const size = sizeOf({ ...body, ...oldSize }, schema, inputs[0]?.size ?? null, enhance)
  // As on Krea: a model without a default seed gives another picture each time.
  const chance = body.seed ?? defaultOf(schema, 'seed') ?? Math.floor(random() * 2 ** 32)
  const seed = seedFrom([model.id, size, chance, settingsOf(body, inputs)])
  const running = registry.running(now())
  return {
    ...size,
    ...readPrompt(`${prompt} ${styleTitles(body)}`, seed),
    seed,
    createdAt: registry.nextTime(now()),
    duration: durationOf(known, body, size, speed) * (fault === '#slow' ? 6 : 1),
    backlog:
      running < maxConcurrent ? 0 : Math.min(7, 1 + Math.floor((running - maxConcurrent) / 4)),
    ending: endingOf(fault),
    external,
    enhance,
    tint: inputs[0]?.tint ?? null,
  }
}

const fieldsOfSize = new Set(['seed', 'width', 'height', 'aspect_ratio', 'resolution'])

/** The other settings that make a picture. An upload's address changes each time, its bytes do not. */
function settingsOf(body: Input, inputs: InputPicture[]): string {
  const entries = Object.entries(body)
    .filter(([name]) => !fieldsOfSize.has(name))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return inputs.reduce(
    (text, { address, hash }) => text.replaceAll(JSON.stringify(address), hash),
    JSON.stringify(entries),
  )
}

/** A style of ours steers the palette as the word for it does. */
function styleTitles({ styles: asked }: Input): string {
  const text = JSON.stringify(asked ?? null)
  return styles.flatMap(({ id, title }) => (text.includes(id) ? title : [])).join(' ')
}

const seedFrom = (value: unknown) =>
  createHash('sha256').update(JSON.stringify(value)).digest().readUInt32BE() % seedCount
