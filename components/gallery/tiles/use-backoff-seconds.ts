import { queueBackoff } from '@/lib/engine/queue-backoff'
import { useNow } from './use-now'

/** Whole seconds until the queue goes on; 0 when nothing holds it. */
export function useBackoffSeconds(): number {
  const { untilMs } = queueBackoff.use()
  return Math.max(0, Math.ceil((untilMs - useNow()) / 1000))
}
