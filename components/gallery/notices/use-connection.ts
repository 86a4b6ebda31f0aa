import useSWR, { mutate } from 'swr'

/**
 * A key of its own: SWR retries through the first hook on a key, so a tile that only looks must not
 * stand on the poller's.
 */
const connectionKey = (jobId: string) => ['connection', jobId] as const

/** The poller's last read failed. The job itself goes on. */
export function setConnection(jobId: string, state: 'lost' | undefined): void {
  void mutate(connectionKey(jobId), state, { revalidate: false })
}

export function useConnectionLost(jobId: string | undefined): boolean {
  return useSWR<'lost' | undefined>(jobId && connectionKey(jobId), null).data === 'lost'
}
