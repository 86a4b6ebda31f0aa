'use client'

import useSWR from 'swr'
import type { Board } from '@/lib/gallery/board'
import { readBoards } from '@/lib/gallery/boards'
import { boardsKey } from '@/lib/gallery/changes'

const none: Board[] = []

/** By name. */
export const useBoards = (): Board[] =>
  useSWR(boardsKey, readBoards, { revalidateOnFocus: false, revalidateOnReconnect: false }).data ??
  none
