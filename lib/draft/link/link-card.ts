import type { Model } from '@/lib/catalog/field'

export type Card = { title: string; description: string }

type Query = Record<string, string | string[] | undefined>

const name = 'Krea Playground'
const maxLetters = 90

/** Title and description of an address, for the tab and for link previews. */
export function cardOf({ model: id, prompt }: Query, models: Model[]): Card {
  const model = models.find((one) => one.id === id)
  const text = typeof prompt === 'string' ? shortened(prompt.replaceAll(/\s+/g, ' ').trim()) : ''
  const title = [text && `“${text}”`, model?.name, name].filter(Boolean).join(' · ')
  const invitation = text || model ? 'Open these settings and make the picture yourself.' : null
  return {
    title,
    description: invitation ?? 'Make pictures with every Krea model, from your own server.',
  }
}

/** Cut between characters as people count them, so that no emoji is halved. */
function shortened(text: string): string {
  const letters = [...new Intl.Segmenter('en').segment(text)].map(({ segment }) => segment)
  return letters.length <= maxLetters
    ? text
    : `${letters
        .slice(0, maxLetters - 1)
        .join('')
        .trimEnd()}…`
}
