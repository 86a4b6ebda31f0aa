import useSWR from 'swr'
import { readBoards } from '@/lib/library/boards'
import { boardsKey } from '@/lib/library/changes'
import type { Board } from '@/lib/record/board'

const none: Board[] = []

/** By name. */
export const useBoards = (): Board[] =>
  useSWR(boardsKey, readBoards, { revalidateOnFocus: false, revalidateOnReconnect: false }).data ??
  none
