import 'server-only'
import * as z from 'zod'
import { faultIn } from '@/lib/contract/sandbox-faults'
import type { Call, Context } from '../context'
import { json } from '../http/answer'
import { readJsonBody } from '../http/json-body'
import { cutShort, endingOf, misbehave } from '../http/misbehave'
import { seedFrom } from '../jobs/job-facts'
import { startJob } from '../jobs/start-job'
import { readWebhookUrl } from '../jobs/webhook'
import { refusalOf } from '../models/schema-issues'
import { styleId } from './built-in-styles'
import { writeTrained } from './trained-style'

const common = {
  type: z.enum(['Style', 'Object', 'Character', 'Default']).optional(),
  name: z.string().min(1),
  urls: z.array(z.url()).min(1).max(2000),
  trigger_word: z.string().optional(),
  max_train_steps: z.int().min(1).max(2000).optional(),
}

const bodySchema = z.discriminatedUnion('model', [
  z.object({
    ...common,
    model: z.enum(['flux_dev', 'flux_schnell', 'wan', 'wan22']),
    learning_rate: z.number().optional(),
    batch_size: z.int().min(1).optional(),
  }),
  z.object({ ...common, model: z.enum(['qwen', 'z-image']) }),
])

/** A thousand steps take a minute and a half. */
const msPerStep = 90
const defaultSteps = 1000

/** `POST /styles/train`: a job whose result carries the style's id, which is listed from then on. */
export async function trainStyle(context: Context, call: Call): Promise<Response> {
  const webhookUrl = readWebhookUrl(call.request)
  const sent = await readJsonBody(context, call.request)
  const parsed = bodySchema.safeParse({ model: 'flux_dev', ...sent })
  if (!parsed.success) throw refusalOf(parsed.error.issues)
  const { data } = parsed
  const fault = faultIn(data.name)
  const refusal = fault && (await misbehave(fault, call.request.signal))
  if (refusal) return refusal
  const facts = {
    width: 1024,
    height: 1024,
    seed: seedFrom([data.name, data.urls]),
    subject: 0,
    palette: 0,
    duration: ((data.max_train_steps ?? defaultSteps) * msPerStep) / context.speed,
    backlog: 0,
    ending: endingOf(fault),
    external: false,
    enhance: false,
    tint: null,
  }
  const details = (id: string) => ({
    type: 'trainStyle',
    format: 'png' as const,
    styleId: styleId(id),
  })
  const { id, answer } = await startJob(context, call, facts, details, webhookUrl)
  await writeTrained(context, {
    id: styleId(id),
    owner: call.owner,
    jobId: id,
    title: data.name,
    prompt: data.trigger_word ?? data.name,
    models: [data.model],
    urls: data.urls.slice(0, 6),
    cover_url: null,
    public: false,
    isShared: false,
    hasLink: false,
    created_at: new Date(context.now()).toISOString(),
  })
  return fault === '#cut' ? cutShort(answer) : json(answer)
}
