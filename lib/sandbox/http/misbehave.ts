import 'server-only'
import { setTimeout } from 'node:timers/promises'
import type { Fault } from '../../contract/sandbox-faults'
import type { Ending } from '../jobs/job-code'
import { html, json } from './answer'

const maxHangMs = 120_000

/** Answers that take the place of a job; null for the faults that a job carries itself. */
export async function misbehave(fault: Fault, signal: AbortSignal): Promise<Response | null> {
  switch (fault) {
    case '#402':
      return json({ error: 'Insufficient balance' }, 402)
    case '#429':
      return json({ error: 'Too many concurrent jobs', code: 'CONCURRENCY_LIMIT_REACHED' }, 429, {
        'retry-after': '2',
      })
    case '#500':
      return json({ error: 'Internal Server Error' }, 500)
    case '#html':
      return html(502, '502 Bad Gateway')
    case '#hang':
      await setTimeout(maxHangMs, null, { signal, ref: false }).catch(() => null)
      return html(524, '524: A timeout occurred')
    default:
      return null
  }
}

export function endingOf(fault: Fault | null): Ending {
  if (fault === '#nsfw') return 'nsfw'
  if (fault === '#fail') return 'failed'
  return fault === '#empty' ? 'empty' : 'completed'
}

/** An answer whose connection breaks in the middle of its body. */
export function cutShort(answer: unknown): Response {
  const half = new TextEncoder().encode(JSON.stringify(answer).slice(0, 20))
  let sent = false
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent) controller.error(new Error('the connection was cut'))
      else controller.enqueue(half)
      sent = true
    },
  })
  return new Response(body, { headers: { 'content-type': 'application/json' } })
}
