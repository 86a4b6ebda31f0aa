import 'server-only'
import type { Call, Context } from '../context'
import { invalid } from '../http/answer'
import { findJob } from './find-job'
import { endOf } from './timeline'
import { wireJob } from './wire-job'

const maxLength = 2_000

/** @throws Refusal 400 for a header that is no web address. */
export function readWebhookUrl({ headers }: Request): string | null {
  const url = headers.get('x-webhook-url')
  if (url === null) return null
  if (url.length > maxLength || !/^https?:\/\//i.test(url) || !URL.canParse(url))
    throw invalid('Invalid X-Webhook-URL', [{ path: 'X-Webhook-URL', message: 'Invalid url' }])
  return url
}

/** Timers may be early by a moment. */
const graceMs = 5
/** A timer runs at most so long; no job takes longer. */
const maxTimerMs = 2 ** 31 - 1

/** Calls the webhook when the job ends, or is cancelled before. Nothing is tried twice, as on Krea. */
export async function watchForWebhook(
  context: Context,
  call: Call,
  id: string,
  url: string,
): Promise<void> {
  context.webhooks.set(id, url)
  const { job } = await findJob(context, call, id)
  const delay = Math.min(maxTimerMs, Math.max(0, endOf(job.facts) - context.now()))
  setTimeout(() => notifyWebhook(context, call, id), delay + graceMs).unref()
}

/** Whoever comes first, the timer or a cancellation, calls. */
export async function notifyWebhook(context: Context, call: Call, id: string): Promise<void> {
  const url = context.webhooks.get(id)
  if (url === undefined) return
  context.webhooks.delete(id)
  const found = await findJob(context, call, id).catch(() => null)
  if (!found) return
  const body = JSON.stringify(wireJob(found, context.now(), call.base))
  // Nobody waits for it, and an address that cannot be reached is its owner's to notice.
  context.deliver(url, body).catch(() => undefined)
}
