import { curl } from './curl'
import { kreaSdk } from './krea-sdk'
import { python } from './python'
import type { SnippetRequest } from './request'
import { typescript } from './typescript'

/** Every form in which a request can be taken home. */
export const snippets = [
  { name: 'curl', write: curl },
  { name: 'TypeScript', write: typescript },
  { name: 'Krea SDK', write: kreaSdk },
  { name: 'Python', write: python },
  { name: 'JSON', write: ({ input }: SnippetRequest) => JSON.stringify(input, null, 2) },
] as const

export type SnippetName = (typeof snippets)[number]['name']
