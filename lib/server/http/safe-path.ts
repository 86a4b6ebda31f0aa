import 'server-only'

const somewhere = 'http://here.invalid'

/** A path of our own to go back to, from a query that anyone may have written; else the first page. */
export function safePath(given: string | null | undefined): string {
  if (!given?.startsWith('/') || !URL.canParse(given, somewhere)) return '/'
  const { origin, pathname, search, hash } = new URL(given, somewhere)
  return origin === somewhere && !pathname.startsWith('//') ? pathname + search + hash : '/'
}
