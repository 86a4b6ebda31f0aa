import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Context } from '../context'
import { invalid } from '../http/answer'
import type { LoggedJob } from './job-log'
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

/** Calls the job's webhook, where it has one, when it ends. */
export function scheduleWebhook(context: Context, { id, webhook, facts }: LoggedJob): void {
  if (!webhook) return
  const delay = Math.max(0, endOf(facts) - context.now()) + graceMs
  setTimeout(
    () => notifyWebhook(context, id).catch(() => undefined),
    Math.min(delay, maxTimerMs),
  ).unref()
}

/** For the jobs of before a restart. */
export async function scheduleUnfinished(context: Context): Promise<void> {
  for (const job of await context.log.listWithWebhook()) scheduleWebhook(context, job)
}

/**
 * Calls the webhook of a job that has ended or was cancelled: the first to come does, of all timers,
 * cancellations and processes, and nothing is tried twice, as on Krea.
 */
export async function notifyWebhook(context: Context, id: string): Promise<void> {
  const { job, mark } = await context.log.find(id)
  if (!job?.webhook || !(await isFirst(context, id))) return
  const { url, base } = job.webhook
  const body = JSON.stringify(wireJob({ job, mark }, context.now(), base))
  // Nobody waits for it, and an address that cannot be reached is its owner's to notice.
  context.deliver(url, body).catch(() => undefined)
}

async function isFirst({ store }: Context, id: string): Promise<boolean> {
  const claim = Buffer.from(randomUUID())
  return claim.equals(await store.writeOnce(`hook-${id}`, claim))
}
