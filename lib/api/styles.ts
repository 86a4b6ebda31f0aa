import { getStyles, type Style } from '../contract/styles'
import { call } from './call'

/** Styles whose name holds the text, or whose id it is. @throws ApiError */
export async function findStyles(text: string, signal: AbortSignal): Promise<Style[]> {
  return (await call(getStyles, { query: { q: text } }, { signal })).styles
}
