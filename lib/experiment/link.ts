import { type Definition, type ReadDefinition, readDefinition } from './definition'

/** The name of the query parameter that opens an experiment's plan: `/?experiment=…`. */
export const linkParameter = 'experiment'

/** Base64url of the definition's JSON in UTF-8. */
export function toLinkValue(definition: Definition): string {
  const bytes = new TextEncoder().encode(JSON.stringify(definition))
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** The definition in a link; a `problem` is a sentence for people. */
export function fromLinkValue(value: string): ReadDefinition {
  try {
    const binary = atob(value.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
    return readDefinition(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch {
    return { problem: 'This link is damaged or was cut off. Ask for it again, or open the file.' }
  }
}
