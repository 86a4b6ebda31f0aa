import 'server-only'
import type { Call, Context } from '../context'
import { encodeJob, type JobFacts } from './job-code'
import type { JobRecord } from './job-record'
import { scheduleWebhook } from './webhook'
import { newWireJob, type WireJob } from './wire-job'

type Details = Pick<JobRecord, 'type' | 'format' | 'output' | 'styleId'>

export type NewJob = { id: string; facts: JobFacts; answer: WireJob }

/** Gives a job its id and its place in the log, and answers it as Krea does. */
export async function startJob(
  context: Context,
  call: Call,
  given: Omit<JobFacts, 'createdAt'>,
  details: Details | ((id: string) => Details),
  webhookUrl: string | null,
): Promise<NewJob> {
  const { id, facts } = await newId(context, given)
  const record = {
    id,
    owner: call.owner,
    ...(typeof details === 'function' ? details(id) : details),
    ...(webhookUrl !== null && { webhook: { url: webhookUrl, base: call.base } }),
  }
  await context.log.add(record)
  const job = { ...record, facts }
  scheduleWebhook(context, job)
  return { id, facts, answer: newWireJob({ job, mark: null }, facts.createdAt, call.base) }
}

/** Another process may have made the same job in the same moment: then the next moment is free. */
async function newId({ log, signer }: Context, given: Omit<JobFacts, 'createdAt'>) {
  for (;;) {
    const facts = { ...given, createdAt: log.nextTime() }
    const id = encodeJob(facts, signer)
    const { job, mark } = await log.find(id)
    if (!job && !mark) return { id, facts }
  }
}
