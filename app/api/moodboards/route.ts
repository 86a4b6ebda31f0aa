import { getMoodboards } from '@/lib/contract/moodboards'
import { methods, route } from '@/lib/server/route'

const pageSize = 24

const list = route(getMoodboards, async ({ query: { q, cursor }, krea }) => {
  const search = q?.trim() || undefined
  const page = await krea.listMoodboards({ search, cursor, limit: pageSize })
  return { body: { moodboards: page.moodboards, cursor: page.nextCursor } }
})

export const { DELETE, GET, PATCH, POST, PUT } = methods(list)
