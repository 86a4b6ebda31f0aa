import 'server-only'
import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Input } from '@/lib/catalog/field'
import { type Fault, faultIn } from '@/lib/contract/sandbox-faults'
import { html, invalid, json } from '../answer'
import { limited, refuse } from '../body'
import type { Call, Context } from '../context'
import { type InputPicture, readInputs } from '../inputs'
import { cutShort, endingOf, misbehave } from '../misbehave'
import { readWordsInField } from '../paint/words'
import { inputName } from '../pictures'
import { type Asked, readAsked } from '../retired-paths'
import { defaultOf, sizeOf } from '../size'
import { styles } from '../styles'
import { durationOf } from './duration'
import { encodeJob, type JobFacts, seeds } from './job-code'
import { wireJob } from './wire-job'

/** Bytes of a body: prompts and addresses need no more. */
const largest = 2 ** 20
/** As many jobs run at once; the rest wait. */
const atOnce = 8

/** `POST /generate/<id>`: checks the body, makes the job, answers as Krea does. */
export async function submit(context: Context, call: Call, id: string): Promise<Response> {
  const asked = readAsked(context.models, id, await readBody(call.request), context.now())
  if (!asked) return html(404, `Cannot POST ${call.path}`)
  context.models.check(asked.known, asked.body)
  const prompt = typeof asked.body.prompt === 'string' ? asked.body.prompt : ''
  const fault = faultIn(prompt)
  const trouble = fault && (await misbehave(fault, call.request.signal))
  if (trouble) return trouble
  const inputs = await readInputs(context, call, asked.known.model, asked.body)
  const facts = factsOf(context, asked, inputs, prompt, fault)
  const job = encodeJob(facts)
  const picture = inputs[0]?.small
  if (picture) await context.store.write(inputName(facts), picture)
  context.registry.remember(job, facts)
  const answer = wireJob(job, facts, null, facts.createdAt, call.base)
  return fault === '#cut' ? cutShort(answer) : json(answer, 200, asked.headers)
}

async function readBody(request: Request): Promise<Input> {
  const malformed = invalid('The body must be a JSON object')
  const body: unknown = await limited(request, largest, 'The body is too large')
    .json()
    .catch((error) => refuse(error, malformed))
  const parsed = z.record(z.string(), z.json()).safeParse(body)
  if (!parsed.success) throw malformed
  return parsed.data
}

function factsOf(
  { registry, now, random, speed }: Context,
  { known, body, size: oldSize }: Asked,
  inputs: InputPicture[],
  prompt: string,
  fault: Fault | null,
): JobFacts {
  const { model, schema, external } = known
  const enhance = model.task === 'enhance'
  const size = sizeOf({ ...body, ...oldSize }, schema, inputs[0]?.size ?? null, enhance)
  // As on Krea: a model without a default seed gives another picture each time.
  const chance = body.seed ?? defaultOf(schema, 'seed') ?? Math.floor(random() * 2 ** 32)
  const seed = hash24([model.id, size, chance, settingsOf(body, inputs)])
  const running = registry.running(now())
  return {
    ...size,
    ...readWordsInField(`${prompt} ${styleWords(body)}`, seed),
    seed,
    createdAt: registry.nextTime(now()),
    duration: durationOf(known, body, size, speed) * (fault === '#slow' ? 6 : 1),
    backlog: running < atOnce ? 0 : Math.min(7, 1 + Math.floor((running - atOnce) / 4)),
    ending: endingOf(fault),
    external,
    enhance,
    tint: inputs[0]?.tint ?? null,
  }
}

const counted = new Set(['seed', 'width', 'height', 'aspect_ratio', 'resolution'])

/** The other settings that make a picture. An upload's address changes each time, its bytes do not. */
function settingsOf(body: Input, inputs: InputPicture[]): string {
  const entries = Object.entries(body)
    .filter(([name]) => !counted.has(name))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return inputs.reduce(
    (text, { address, hash }) => text.replaceAll(JSON.stringify(address), hash),
    JSON.stringify(entries),
  )
}

/** A style of ours steers the palette as the word for it does. */
function styleWords({ styles: asked }: Input): string {
  const text = JSON.stringify(asked ?? null)
  return styles.flatMap(({ id, title }) => (text.includes(id) ? title : [])).join(' ')
}

const hash24 = (value: unknown) =>
  createHash('sha256').update(JSON.stringify(value)).digest().readUInt32BE() % seeds
