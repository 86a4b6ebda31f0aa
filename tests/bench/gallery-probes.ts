import type { Locator, Page } from '@playwright/test'

/** Runs in the page. Ms from navigation until a picture of the gallery is drawn. */
export function untilFirstPicture(): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      const images = document.querySelectorAll<HTMLImageElement>('[aria-label="Gallery"] img')
      const drawn = [...images].some((image) => image.complete && image.naturalWidth > 0)
      if (drawn) resolve(performance.now())
      else requestAnimationFrame(look)
    }
    look()
  })
}

/** Runs in the page. Frames a second while it scrolls at 2,400 px a second. */
export function framesPerSecond(ms: number): Promise<number> {
  return new Promise((resolve) => {
    const started = performance.now()
    let count = 0
    const step = (now: number) => {
      count += 1
      scrollTo(0, (now - started) * 2.4)
      if (now - started < ms) requestAnimationFrame(step)
      else resolve((count - 1) / ((now - started) / 1000))
    }
    requestAnimationFrame(step)
  })
}

/**
 * Runs in the page. Stops at each screenful from top to end, so that every picture was there once; of fifty thousand at
 * every seventh or so, which else takes ten minutes.
 */
export async function scrollThroughAll(): Promise<void> {
  const maxStops = 700
  const { scrollHeight } = document.documentElement
  for (let top = 0; top < scrollHeight; top += Math.max(innerHeight, scrollHeight / maxStops)) {
    scrollTo(0, top)
    await new Promise(requestAnimationFrame)
    const missing = () => document.querySelector('article:not([aria-label])') !== null
    while (missing()) await new Promise(requestAnimationFrame)
  }
}

/** The mean ms from a key press until the next frame has been drawn. */
export async function msPerKey(page: Page, box: Locator, text: string): Promise<number> {
  await page.evaluate(() => scrollTo(0, 0))
  await box.focus()
  await page.evaluate(() => {
    const spent: number[] = []
    Object.assign(window, { spent })
    addEventListener('keydown', () => {
      const pressed = performance.now()
      requestAnimationFrame(() => setTimeout(() => spent.push(performance.now() - pressed)))
    })
  })
  for (const key of text) {
    await page.keyboard.press(key)
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 250)))
  }
  return page.evaluate(() => {
    const spent: unknown = Reflect.get(window, 'spent')
    const times = Array.isArray(spent) ? spent.map(Number) : []
    return times.reduce((sum, time) => sum + time, 0) / times.length
  })
}

/** Runs in the page. Gives the seeded records thumbnails of life's size: noise hardly compresses. */
export async function refillThumbnails(side: number): Promise<void> {
  const canvas = new OffscreenCanvas(side, side)
  const context = canvas.getContext('2d')
  if (!context) return
  const pictures: Blob[] = []
  for (let hue = 0; hue < 360; hue += 15) {
    for (let y = 0; y < side; y += 8)
      for (let x = 0; x < side; x += 8) {
        context.fillStyle = `hsl(${hue + Math.random() * 60} 60% ${30 + Math.random() * 40}%)`
        context.fillRect(x, y, 8, 8)
      }
    pictures.push(await canvas.convertToBlob({ type: 'image/webp', quality: 0.82 }))
  }
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('krea-playground')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const keys = await new Promise<IDBValidKey[]>((resolve) => {
    const request = database.transaction('thumbnails').objectStore('thumbnails').getAllKeys()
    request.onsuccess = () => resolve(request.result)
  })
  for (let first = 0; first < keys.length; first += 500) {
    const transaction = database.transaction('thumbnails', 'readwrite')
    keys.slice(first, first + 500).forEach((key, at) => {
      transaction.objectStore('thumbnails').put(pictures[(first + at) % pictures.length], key)
    })
    await new Promise((resolve) => {
      transaction.oncomplete = resolve
    })
  }
  database.close()
}
