'use client'

import useSWR, { mutate } from 'swr'

export type Notice = { words: string; at: number }

const noticeKey = 'notice'

/** Says a sentence at the foot of the page for a while; the last one said stands. */
export function tell(words: string): void {
  void mutate(noticeKey, { words, at: Date.now() } satisfies Notice, { revalidate: false })
}

export const dismissNotice = (): void => void mutate(noticeKey, undefined, { revalidate: false })

export const useNotice = () => useSWR<Notice>(noticeKey, null).data
