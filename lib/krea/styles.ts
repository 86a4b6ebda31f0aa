import 'server-only'
import * as z from 'zod'
import type { Job } from '../contract/jobs'
import type { Call } from './request'
import { type JobWire, jobWireSchema } from './wire'

const text = z.string().nullish().catch(null)
const webAddress = z.url({ protocol: /^https?$/ })

const ownerSchema = z.looseObject({ id: z.string(), name: z.string(), avatar_url: text })

const styleWireSchema = z.looseObject({
  id: z.string().min(1).max(200),
  title: text,
  urls: z.array(z.unknown()).catch([]),
  public: z.boolean().nullish().catch(null),
  cover_url: text,
  prompt: text,
  models: z.array(z.string()).catch([]),
  owner: ownerSchema.nullish().catch(null),
  like_count: z.number().catch(0),
  created_at: text,
})

export type Style = {
  id: string
  title: string | null
  /** Its cover, else the first picture of it. */
  imageUrl: string | null
  imageUrls: string[]
  isPublic: boolean
  /** A prompt that suits it. */
  prompt: string | null
  /** In Krea's own words, such as `flux_dev`. Empty where it does not say. */
  models: string[]
  likes: number
  owner: { id: string; name: string } | null
  createdAt: string | null
}

export type StyleFilter = 'all' | 'user' | 'community' | 'krea' | 'shared' | 'public'

export type StyleQuery = {
  cursor?: string
  /** 1 to 1000 */
  limit?: number
  ids?: string[]
  liked?: boolean
  user?: string
  model?: string
  filter?: StyleFilter
}

export type StylePage = { styles: Style[]; nextCursor: string | null }

export type StyleChanges = { title?: string; isPublic?: boolean; coverUrl?: string }

export type Training = {
  model: string
  name: string
  urls: string[]
  type?: string
  triggerWord?: string
  maxTrainSteps?: number
}

const pageSchema = z.looseObject({ items: z.array(z.unknown()), next_cursor: text })
const linkSchema = z.looseObject({ share_link: webAddress })

type Ask = <T>(
  purpose: Call['purpose'],
  method: Call['method'],
  path: string,
  schema: z.ZodType<T>,
  body?: Record<string, unknown>,
) => Promise<T>

/** Krea's calls for styles. Every method throws ApiError. */
export function createStylesClient(ask: Ask, toJob: (wire: JobWire) => Job) {
  const one = async (method: 'GET' | 'PATCH', id: string, body?: Record<string, unknown>) =>
    toStyle(
      await ask(method === 'GET' ? 'read' : 'change', method, stylePath(id), styleWireSchema, body),
    )

  return {
    /** One page, without the styles that cannot be read. */
    async list({ ids, ...query }: StyleQuery = {}): Promise<StylePage> {
      const parameters = new URLSearchParams({ ...(ids && { ids: ids.join(',') }) })
      for (const [name, value] of Object.entries(query))
        if (value !== undefined) parameters.set(name, String(value))
      const page = await ask('read', 'GET', `/styles?${parameters}`, pageSchema)
      const styles = page.items.flatMap((item) => {
        const wire = styleWireSchema.safeParse(item)
        return wire.success ? [toStyle(wire.data)] : []
      })
      return { styles, nextCursor: page.next_cursor ?? null }
    },

    get: (id: string): Promise<Style> => one('GET', id),

    update: (id: string, { title, isPublic, coverUrl }: StyleChanges): Promise<Style> =>
      one('PATCH', id, { title, public: isPublic, cover_url: coverUrl }),

    /** Costs money. The job's `styleId` names the style once it has succeeded. */
    async train({ triggerWord, maxTrainSteps, ...rest }: Training): Promise<Job> {
      const body = { ...rest, trigger_word: triggerWord, max_train_steps: maxTrainSteps }
      return toJob(await ask('submit', 'POST', '/styles/train', jobWireSchema, body))
    },

    async shareLink(id: string): Promise<string> {
      const link = await ask('read', 'GET', `${stylePath(id)}/share/link`, linkSchema)
      return link.share_link
    },

    /** A trained style is its maker's alone until then. */
    async shareWithWorkspace(id: string): Promise<void> {
      await ask('change', 'POST', `${stylePath(id)}/share/workspace`, z.unknown())
    },

    async unshareFromWorkspace(id: string): Promise<void> {
      await ask('change', 'DELETE', `${stylePath(id)}/share/workspace`, z.unknown())
    },
  }
}

const stylePath = (id: string) => `/styles/${encodeURIComponent(id)}`

function toStyle(wire: z.infer<typeof styleWireSchema>): Style {
  const imageUrls = wire.urls.flatMap((url) => webAddress.safeParse(url).data ?? [])
  const cover = webAddress.safeParse(wire.cover_url).data
  return {
    id: wire.id,
    title: wire.title?.trim() || null,
    imageUrl: cover ?? imageUrls[0] ?? null,
    imageUrls,
    isPublic: wire.public ?? false,
    prompt: wire.prompt?.trim() || null,
    models: wire.models,
    likes: wire.like_count,
    owner: wire.owner ? { id: wire.owner.id, name: wire.owner.name } : null,
    createdAt: wire.created_at ?? null,
  }
}
