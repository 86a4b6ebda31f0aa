import { createStore } from '../browser/create-store'

/** `ids` is null where a new tab asks for those of the others. */
type Message = { tab: string; ids: string[] | null }

type Options = {
  channel: Pick<BroadcastChannel, 'addEventListener' | 'postMessage'> | null
  /** An id of this tab. */
  tab: string
  isHidden: () => boolean
}

/** Ids of the records whose tiles are in view, in this tab and the others, since one tab reads the jobs of all. */
export function createJobsInView({ channel, tab, isHidden }: Options) {
  const counts = new Map<string, number>()
  const idsOfOthers = new Map<string, string[]>()
  const all = createStore<ReadonlySet<string>>(new Set())

  const send = (ids: string[] | null) => channel?.postMessage({ tab, ids } satisfies Message)
  const ownIds = () => (isHidden() ? [] : [...counts.keys()])
  const update = () => all.write(new Set([...ownIds(), ...[...idsOfOthers.values()].flat()]))

  /** To be called when this tab is hidden or shown, too. */
  function announce(): void {
    update()
    send(ownIds())
  }

  /** @returns how to take it back */
  function add(id: string): () => void {
    counts.set(id, (counts.get(id) ?? 0) + 1)
    announce()
    return () => {
      const count = (counts.get(id) ?? 1) - 1
      if (count > 0) counts.set(id, count)
      else counts.delete(id)
      announce()
    }
  }

  channel?.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.ids === null) return void send(ownIds())
    if (data.ids.length > 0) idsOfOthers.set(data.tab, data.ids)
    else idsOfOthers.delete(data.tab)
    update()
  })
  send(null)

  return { add, announce, subscribe: all.subscribe, has: (id: string) => all.read().has(id) }
}

const isBrowser = typeof document !== 'undefined'

export const jobsInView = createJobsInView({
  channel: isBrowser ? new BroadcastChannel('krea-playground:in-view') : null,
  tab: `${Math.random()}`,
  isHidden: () => isBrowser && document.hidden,
})

if (isBrowser) document.addEventListener('visibilitychange', jobsInView.announce)
