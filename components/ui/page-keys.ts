import { isCommand, isGenerateKey } from '@/lib/browser/key-events'

type PageKey = { shown: string; description: string; matches: (event: KeyboardEvent) => boolean }

/** Keys that work anywhere on the page. All but `generate` only outside text fields and dialogs. */
export const pageKeys = {
  generate: { shown: '⌘/Ctrl Enter', description: 'Generate', matches: isGenerateKey },
  undo: {
    shown: '⌘/Ctrl Z',
    description: 'Undo delete',
    matches: (event) => event.key === 'z' && isCommand(event),
  },
  present: {
    shown: 'P',
    description: 'Present the gallery',
    matches: (event) => event.key.toLowerCase() === 'p' && !isCommand(event) && !event.altKey,
  },
  search: { shown: '/', description: 'Search', matches: ({ key }) => key === '/' },
  showKeys: { shown: '?', description: 'This list', matches: ({ key }) => key === '?' },
} satisfies Record<string, PageKey>
