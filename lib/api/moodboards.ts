import { getMoodboards, type Moodboard } from '../contract/moodboards'
import { call } from './call'

export type MoodboardPage = { moodboards: Moodboard[]; cursor: string | null }

/** @throws ApiError, for one where Krea no longer has this list */
export const listMoodboards = (q: string, cursor: string | undefined): Promise<MoodboardPage> =>
  call(getMoodboards, { query: { q, cursor } })
