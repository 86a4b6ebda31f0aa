import { boundBackoff, queueBackoff } from '@/lib/engine/queue-backoff'
import { useNow } from './use-now'

/** Whole seconds until the queue continues; 0 without a backoff. */
export function useBackoffSeconds(): number {
  const stored = queueBackoff.use()
  const now = useNow()
  return Math.max(0, Math.ceil((boundBackoff(stored, now).untilMs - now) / 1000))
}
