import { useEffect, useState } from 'react'
import { fileKindOf } from '@/lib/file-kind'
import { readUntilDone } from '@/lib/library/storage/read-until-done'
import { readShownFile } from '@/lib/library/storage/shown-file'

/**
 * Object URLs of saved pictures, each decoded before it is given out. The URLs of other pictures are
 * revoked, so memory never contains more pictures than there are ids.
 */
export function usePictureUrls(ids: string[]): ReadonlyMap<string, string> {
  const [urls, setUrls] = useState<ReadonlyMap<string, string>>(new Map())
  const [loader] = useState(() => new PictureUrlLoader(setUrls))
  const key = ids.join(' ')

  useEffect(() => loader.load(key.split(' ').filter(Boolean)), [loader, key])
  useEffect(() => () => loader.load([]), [loader])

  return urls
}

class PictureUrlLoader {
  #ids: string[] = []
  #urls = new Map<string, string>()

  readonly onChange: (urls: ReadonlyMap<string, string>) => void

  constructor(onChange: (urls: ReadonlyMap<string, string>) => void) {
    this.onChange = onChange
  }

  load(ids: string[]): void {
    this.#ids = ids
    const unused = [...this.#urls].filter(([id]) => !ids.includes(id))
    for (const [id, url] of unused) {
      URL.revokeObjectURL(url)
      this.#urls.delete(id)
    }
    if (unused.length > 0) this.onChange(new Map(this.#urls))
    for (const id of ids) if (!this.#urls.has(id)) this.#loadOne(id).catch(() => undefined)
  }

  async #loadOne(id: string): Promise<void> {
    const blob = await readUntilDone(
      () => readPicture(id),
      () => this.#ids.includes(id),
    )
    if (!this.#ids.includes(id) || this.#urls.has(id)) return
    const url = URL.createObjectURL(blob)
    this.#urls.set(id, url)
    const image = new Image()
    image.src = url
    await image.decode().catch(() => undefined)
    if (this.#urls.get(id) === url) this.onChange(new Map(this.#urls))
  }
}

/** Of a video or a sound, its thumbnail is the picture. */
async function readPicture(id: string): Promise<Blob> {
  const original = await readShownFile('originals', id)
  return fileKindOf(original.type) === 'image' ? original : readShownFile('thumbnails', id)
}
