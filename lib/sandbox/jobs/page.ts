import 'server-only'
import * as z from 'zod'
import { invalid } from '../http/answer'

const pageSchema = z.object({
  cursor: z.iso.datetime({ offset: true }).nullable(),
  limit: z.coerce.number().int().min(1).max(1000),
})

/** @throws Refusal 400 for a cursor or limit that is none. */
export function readPage({ searchParams }: URL): { before: number; limit: number } {
  const page = pageSchema.safeParse({
    cursor: searchParams.get('cursor'),
    limit: searchParams.get('limit') ?? 100,
  })
  if (!page.success) throw invalid('Invalid query parameters')
  const { cursor, limit } = page.data
  return { before: cursor === null ? Number.POSITIVE_INFINITY : Date.parse(cursor), limit }
}
