import { readBoards } from '@/lib/library/boards'
import type { Board } from '@/lib/record/board'
import { createLibraryHook } from '../create-library-hook'

const useBoardsRead = createLibraryHook('boards', readBoards, ({ kind }) => kind === 'boards')

const none: Board[] = []

/** By name. */
export const useBoards = (): Board[] => useBoardsRead().data ?? none
