import { useEffect, useState } from 'react'
import { readBlob } from '@/lib/library/records'

/**
 * Addresses of kept pictures, decoded ahead of being shown. Those no longer asked for are revoked, so
 * that memory holds as many pictures as there are ids, however far one leafs.
 */
export function usePictureUrls(ids: string[]): ReadonlyMap<string, string> {
  const [urls, setUrls] = useState<ReadonlyMap<string, string>>(new Map())
  const [held] = useState(() => new Holder(setUrls))
  const key = ids.join(' ')

  useEffect(() => held.hold(key.split(' ').filter(Boolean)), [held, key])
  useEffect(() => () => held.hold([]), [held])

  return urls
}

class Holder {
  #wanted: string[] = []
  #urls = new Map<string, string>()

  readonly tell: (urls: ReadonlyMap<string, string>) => void

  constructor(tell: (urls: ReadonlyMap<string, string>) => void) {
    this.tell = tell
  }

  hold(ids: string[]): void {
    this.#wanted = ids
    const left = [...this.#urls].filter(([id]) => !ids.includes(id))
    for (const [id, url] of left) {
      URL.revokeObjectURL(url)
      this.#urls.delete(id)
    }
    if (left.length > 0) this.tell(new Map(this.#urls))
    for (const id of ids) if (!this.#urls.has(id)) void this.#load(id)
  }

  async #load(id: string): Promise<void> {
    const blob = await readBlob('originals', id)
    const shown = blob ?? (await readBlob('thumbnails', id))
    if (!shown || !this.#wanted.includes(id) || this.#urls.has(id)) return
    const url = URL.createObjectURL(shown)
    this.#urls.set(id, url)
    const image = new Image()
    image.src = url
    await image.decode().catch(() => undefined)
    if (this.#urls.get(id) === url) this.tell(new Map(this.#urls))
  }
}
