import 'server-only'
import type { Call, Context } from '../context'
import { notFound, Refusal } from '../http/answer'
import { type BuiltInStyle, builtInStyles, uuidOf } from './built-in-styles'
import { listTrained, type TrainedStyle } from './trained-style'

export type Style =
  | { kind: 'built-in'; style: BuiltInStyle }
  | { kind: 'trained'; style: TrainedStyle }

/** All that this token may see: its own first, then those that are there from the start. */
export async function visibleStyles(context: Context, call: Call): Promise<Style[]> {
  const trained = await listTrained(context, call)
  return [
    ...trained.map((style) => ({ kind: 'trained', style }) as const),
    ...builtInStyles.map((style) => ({ kind: 'built-in', style }) as const),
  ]
}

/** @throws Refusal 404 */
export async function findStyle(context: Context, call: Call, id: string): Promise<Style> {
  const found = (await visibleStyles(context, call)).find(({ style }) => style.id === id)
  if (!found) throw notFound('Style not found')
  return found
}

/** @throws Refusal 404, or 403 for one that is not this token's own */
export async function findOwnStyle(
  context: Context,
  call: Call,
  id: string,
): Promise<TrainedStyle> {
  const found = await findStyle(context, call, id)
  if (found.kind === 'trained' && found.style.owner === call.owner) return found.style
  throw new Refusal(403, { error: 'This style is not yours' })
}

/** A style as `GET /styles/{id}` shows it. */
export function wireStyle(found: Style, { base, owner }: Call): Record<string, unknown> {
  const { id, title, prompt, models, created_at } = found.style
  const common = { id, title, prompt, models, created_at }
  const painted = [1, 2, 3].map((number) => `${base}/public/styles/${id}-${number}.png`)
  if (found.kind === 'built-in') {
    const { owner: maker, like_count } = found.style
    return {
      ...common,
      urls: painted,
      public: true,
      cover_url: painted[0],
      owner: maker,
      like_count,
    }
  }
  const { urls, cover_url, public: isPublic, owner: maker } = found.style
  return {
    ...common,
    urls: urls.length > 0 ? urls : painted,
    public: isPublic,
    cover_url: cover_url ?? painted[0],
    owner: {
      id: uuidOf(maker),
      name: maker === owner ? 'You' : 'Somebody else',
      avatar_url: null,
    },
    like_count: 0,
  }
}
