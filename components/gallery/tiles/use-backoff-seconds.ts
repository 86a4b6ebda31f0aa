import { queueBackoff } from '@/lib/engine/queue-backoff'
import { useNow } from './use-now'

/** Whole seconds until the queue continues; 0 without a backoff. */
export function useBackoffSeconds(): number {
  const { untilMs } = queueBackoff.use()
  return Math.max(0, Math.ceil((untilMs - useNow()) / 1000))
}
