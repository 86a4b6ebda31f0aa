import { placed } from '../base-path'

const yearSeconds = 31_536_000

/** A cookie that tells the server how to draw the page; an empty value takes it back. */
export function reportServerAnswer(name: string, value: string): void {
  const seconds = value === '' ? 0 : yearSeconds
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not in every browser yet.
  document.cookie = `${name}=${value}; path=${placed('/')}; max-age=${seconds}; samesite=lax`
}
