const iconSelector = 'link[rel~="icon"]'

let original: { title: string; icons: { link: HTMLLinkElement; href: string }[] } | null = null

/** Shows in the tab's title and icon how many jobs have ended; 0 restores both. */
export function showEndedCount(count: number): void {
  if (count === 0) restore()
  else mark(count)
}

function mark(count: number): void {
  const links = [...document.querySelectorAll<HTMLLinkElement>(iconSelector)]
  original ??= {
    title: document.title,
    icons: links.map((link) => ({ link, href: link.href })),
  }
  document.title = `(${count}) ${original.title}`
  const icon = countIcon(count)
  for (const { link } of original.icons) link.href = icon
}

function restore(): void {
  if (!original) return
  document.title = original.title
  for (const { link, href } of original.icons) link.href = href
  original = null
}

/** An SVG needs no canvas and is sharp at every size. */
function countIcon(count: number): string {
  const text = count > 9 ? '9+' : String(count)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#d9541e"/><text x="16" y="23" font-family="system-ui,sans-serif" font-size="${text.length > 1 ? 17 : 21}" font-weight="700" text-anchor="middle" fill="#fff">${text}</text></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

/** Shows a system notification, where allowed; a click on it focuses the page. */
export function notify(title: string, body: string): void {
  if (!('Notification' in globalThis) || Notification.permission !== 'granted') return
  try {
    // With one tag there is one notification; without `renotify` only the first would make itself heard.
    const options: NotificationOptions & { renotify: boolean } = {
      body,
      tag: 'krea-playground',
      renotify: true,
    }
    const shown = new Notification(title, options)
    shown.onclick = () => {
      focus()
      shown.close()
    }
  } catch {
    // Phones allow notifications from a service worker only.
  }
}
