import type { BrowserContext, Page } from '@playwright/test'

/**
 * What a gallery of the same pictures costs at the least: one page, no library, a windowed list of
 * 320 px thumbnails read from the same database.
 */
const limitPage = `<!doctype html>
<html lang="en">
<title>Limit</title>
<style>
  body { margin: 0; font: 14px sans-serif }
  main { position: relative; margin: 12px }
  img { position: absolute; width: 320px; height: 320px; object-fit: cover }
</style>
<input type="search" aria-label="Search">
<textarea aria-label="Prompt"></textarea>
<main aria-label="Gallery"></main>
<script type="module">
const side = 328
const main = document.querySelector('main')
const database = await new Promise((resolve, reject) => {
  const request = indexedDB.open('krea-playground')
  request.onsuccess = () => resolve(request.result)
  request.onerror = () => reject(request.error)
})
const ask = (request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result) })
const all = (await ask(database.transaction('entries').objectStore('entries').getAll())).reverse()
let shown = all
const live = new Map()
function draw() {
  const columns = Math.max(1, Math.floor(main.clientWidth / side))
  main.style.height = Math.ceil(shown.length / columns) * side + 'px'
  const first = Math.max(0, Math.floor((scrollY - 600) / side)) * columns
  const last = Math.ceil((scrollY + innerHeight + 600) / side) * columns
  const wanted = new Map(shown.slice(first, last).map(({ id }, at) => [id, first + at]))
  for (const [id, image] of live) if (!wanted.has(id)) {
    URL.revokeObjectURL(image.src)
    image.remove()
    live.delete(id)
  }
  for (const [id, at] of wanted) {
    const image = live.get(id) ?? add(id)
    image.style.left = (at % columns) * side + 'px'
    image.style.top = Math.floor(at / columns) * side + 'px'
  }
}
function add(id) {
  const image = document.createElement('img')
  image.alt = ''
  live.set(id, image)
  main.append(image)
  ask(database.transaction('thumbnails').objectStore('thumbnails').get(id)).then((blob) => {
    if (live.get(id) === image) image.src = URL.createObjectURL(blob)
  })
  return image
}
addEventListener('scroll', draw, { passive: true })
document.querySelector('input').oninput = ({ target }) => {
  shown = all.filter(({ words }) => words.includes(target.value.toLowerCase()))
  draw()
}
draw()
</script>
</html>`

/** For this page alone: a route switches the cache off, and whoever has pictures has the code of ours. */
export async function newLimitPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.route('**/limit', (route) =>
    route.fulfill({ contentType: 'text/html', body: limitPage }),
  )
  return page
}
