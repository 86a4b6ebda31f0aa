import { useTransition } from 'react'
import { showNotice } from '@/components/gallery/notices/notice'

/** Runs a task and shows a notice if it fails. */
export function useAttempt(): [isBusy: boolean, attempt: (task: () => Promise<void>) => void] {
  const [isBusy, start] = useTransition()
  const attempt = (task: () => Promise<void>) =>
    start(() =>
      task().catch((error: unknown) =>
        showNotice(error instanceof Error ? error.message : 'That did not work.'),
      ),
    )
  return [isBusy, attempt]
}
