import 'server-only'
import * as z from 'zod'
import type { Call, Context } from '../context'
import { invalid, json } from '../http/answer'
import { readJsonBody } from '../http/json-body'
import { uuidOf } from './built-in-styles'
import { findOwnStyle, findStyle, type Style, visibleStyles, wireStyle } from './find-style'
import { writeTrained } from './trained-style'

const querySchema = z.object({
  /** How many come before: `after-20`. */
  cursor: z.templateLiteral(['after-', z.int().nonnegative()]).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  ids: z.string().optional(),
  liked: z.enum(['true', 'false']).default('false'),
  user: z.string().optional(),
  model: z.string().optional(),
  filter: z
    .enum([
      'all',
      'user',
      'community',
      'krea',
      'shared',
      'unapproved',
      'editor',
      'gallery',
      'public',
    ])
    .default('all'),
})

type Query = z.infer<typeof querySchema>

/** `GET /styles`: there is no search by name, as on Krea. */
export async function listStyles(context: Context, call: Call): Promise<Response> {
  const query = querySchema.safeParse(Object.fromEntries(call.url.searchParams)).data
  if (!query) throw invalid('Invalid query parameters')
  const found = (await visibleStyles(context, call)).filter((one) => fits(one, query, call))
  const from = Number(query.cursor?.slice('after-'.length) ?? 0)
  const end = from + query.limit
  return json({
    items: found.slice(from, end).map((one) => wireStyle(one, call)),
    next_cursor: end < found.length ? `after-${end}` : null,
  })
}

function fits(one: Style, { ids, liked, user, model, filter }: Query, call: Call): boolean {
  const { style } = one
  const ownerId = one.kind === 'trained' ? uuidOf(one.style.owner) : (one.style.owner?.id ?? null)
  return (
    // Likes are given on Krea's page alone.
    liked === 'false' &&
    (ids === undefined || ids.split(',').includes(style.id)) &&
    (user === undefined || user === ownerId) &&
    (model === undefined || style.models.includes(model)) &&
    fitsFilter(one, filter, call)
  )
}

function fitsFilter(one: Style, filter: Query['filter'], { owner }: Call): boolean {
  const isOwn = one.kind === 'trained' && one.style.owner === owner
  const isPublic = one.kind === 'built-in' || one.style.public
  switch (filter) {
    case 'all':
      return true
    case 'user':
      return isOwn
    case 'community':
      return isPublic && !(one.kind === 'built-in' && one.style.owner === null)
    case 'krea':
      return one.kind === 'built-in' && one.style.owner === null
    case 'shared':
      return one.kind === 'trained' && one.style.isShared
    case 'gallery':
    case 'public':
      return isPublic
    case 'unapproved':
    case 'editor':
      return false
    default:
      return filter satisfies never
  }
}

export async function getStyle(context: Context, call: Call, id: string): Promise<Response> {
  return json(wireStyle(await findStyle(context, call, id), call))
}

const changesSchema = z.object({
  public: z.boolean().nullish(),
  urls: z.array(z.url()).optional(),
  title: z.string().optional(),
  cover_url: z.string().optional(),
})

/** `PATCH /styles/{id}`, of one's own. */
export async function changeStyle(context: Context, call: Call, id: string): Promise<Response> {
  const changes = changesSchema.safeParse(await readJsonBody(context, call.request)).data
  if (!changes) throw invalid('Invalid request body')
  const style = await findOwnStyle(context, call, id)
  const { public: isPublic, ...rest } = changes
  const changed = { ...style, ...rest, public: isPublic ?? style.public }
  await writeTrained(context, changed)
  return json(wireStyle({ kind: 'trained', style: changed }, call))
}
