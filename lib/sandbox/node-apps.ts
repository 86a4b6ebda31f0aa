import 'server-only'
import * as z from 'zod'
import { faultIn } from '@/lib/contract/sandbox-faults'
import type { Call, Context } from './context'
import { json, notFound } from './http/answer'
import { readJsonBody } from './http/json-body'
import { endingOf, misbehave } from './http/misbehave'
import { seedFrom } from './jobs/job-facts'
import { startJob } from './jobs/start-job'
import { readWebhookUrl } from './jobs/webhook'
import { refusalOf } from './models/schema-issues'
import { readPrompt } from './paint/prompt'

/** The sandbox's one node app: a prompt painted by day and by night. */
const appId = 'day-and-night'
const outputs = ['day', 'night']
const durationMs = 8_000

const app = {
  id: appId,
  name: 'Day and night',
  description: 'The same prompt twice: by day and by night.',
  input_openapi_schema: {
    type: 'object',
    properties: { prompt: { type: 'string', title: 'Prompt' } },
    required: ['prompt'],
  },
  output_openapi_schema: {
    type: 'object',
    properties: Object.fromEntries(
      outputs.map((name) => [name, { type: 'string', format: 'uri' }]),
    ),
  },
  example_outputs: [],
}

function requireApp(id: string): void {
  if (id !== appId) throw notFound('Node app not found')
}

/** `GET /node-apps/{id}` */
export async function getNodeApp(_context: Context, _call: Call, id: string): Promise<Response> {
  requireApp(id)
  return json(app)
}

const bodySchema = z.looseObject({ prompt: z.string() })
const wrapped = z.looseObject({ inputs: bodySchema }).transform(({ inputs }) => inputs)

/** `POST /node-apps/{id}/execute` answers an array: a job for each output. */
export async function executeNodeApp(context: Context, call: Call, id: string): Promise<Response> {
  requireApp(id)
  const webhookUrl = readWebhookUrl(call.request)
  const parsed = z.union([wrapped, bodySchema]).safeParse(await readJsonBody(context, call.request))
  if (!parsed.success) throw refusalOf([{ code: 'custom', path: ['prompt'], message: 'Required' }])
  const { prompt } = parsed.data
  const fault = faultIn(prompt)
  const refusal = fault && (await misbehave(fault, call.request.signal))
  if (refusal) return refusal
  const jobs = []
  for (const output of outputs) {
    const seed = seedFrom([appId, prompt, output, context.random()])
    const facts = {
      width: 1024,
      height: 1024,
      ...readPrompt(`${output} ${prompt}`, seed),
      seed,
      duration: durationMs / context.speed,
      backlog: 0,
      ending: endingOf(fault),
      external: false,
      enhance: false,
      tint: null,
    }
    const details = { type: 'nodeApp', format: 'png', output } as const
    jobs.push((await startJob(context, call, facts, details, webhookUrl)).answer)
  }
  return json(jobs)
}
