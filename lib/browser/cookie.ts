import { placed } from '../base-path'

const yearSeconds = 31_536_000

/** Sets a cookie that the server reads when it renders the page; an empty value deletes it. */
export function setCookie(name: string, value: string): void {
  const seconds = value === '' ? 0 : yearSeconds
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not in every browser yet.
  document.cookie = `${name}=${value}; path=${placed('/')}; max-age=${seconds}; samesite=lax`
}
