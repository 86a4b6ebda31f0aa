import 'server-only'
import { faultIn } from '@/lib/contract/sandbox-faults'
import type { Call, Context } from '../context'
import { html, json } from '../http/answer'
import { readJsonBody } from '../http/json-body'
import { cutShort, misbehave } from '../http/misbehave'
import type { KnownModel } from '../models/models'
import { readSubmission } from '../models/submission'
import { formatOf } from '../pictures/format'
import { readInputs } from '../pictures/inputs'
import { inputFileName } from '../pictures/pictures'
import { factsOf, promptOf } from './job-facts'
import { startJob } from './start-job'
import { readWebhookUrl } from './webhook'

/** `POST /generate/<id>`: checks the body, makes the job, answers as Krea does. */
export async function submit(context: Context, call: Call, modelId: string): Promise<Response> {
  const webhookUrl = readWebhookUrl(call.request)
  const submission = readSubmission(context, modelId, await readJsonBody(context, call.request))
  if (!submission) return html(404, `Cannot POST ${call.path}`)
  const { known, body } = submission
  context.models.check(known, body)
  const fault = faultIn(promptOf(body))
  const refusal = fault && (await misbehave(fault, call.request.signal))
  if (refusal) return refusal
  const inputs = await readInputs(context, call, known.model, body)
  const facts = await factsOf(context, call, submission, inputs, fault)
  const picture = inputs[0]?.small
  if (picture) await context.store.write(inputFileName(facts), picture)
  const details = { type: typeOf(known), format: formatOf(body, known.schema) }
  const { answer } = await startJob(context, call, facts, details, webhookUrl)
  return fault === '#cut' ? cutShort(answer) : json(answer, 200, submission.headers)
}

/** Seen on Krea: `externalImage` for jobs of other providers, and `flux` for its own first model. */
function typeOf({ model, external }: KnownModel): string {
  if (external) return 'externalImage'
  if (model.task === 'enhance') return 'enhance'
  return /flux/.test(model.id) ? 'flux' : 'image'
}
