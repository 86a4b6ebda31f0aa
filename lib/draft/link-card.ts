import type { Model } from '../catalog/field'

export type Card = { title: string; description: string }

type Query = Record<string, string | string[] | undefined>

const name = 'Krea Playground'
const longest = 90

/** What an address says it is, in a tab and where it is shared: the words and the model of its link. */
export function cardOf({ model: id, prompt }: Query, models: Model[]): Card {
  const model = models.find((one) => one.id === id)
  const words = typeof prompt === 'string' ? shortened(prompt.replaceAll(/\s+/g, ' ').trim()) : ''
  const title = [words && `“${words}”`, model?.name, name].filter(Boolean).join(' · ')
  const what = words || model ? 'Open these settings and make the picture yourself.' : null
  return {
    title,
    description: what ?? 'Make pictures with every Krea model, from your own server.',
  }
}

/** Cut between characters as people count them, so that no emoji is halved. */
function shortened(text: string): string {
  const letters = [...new Intl.Segmenter('en').segment(text)].map(({ segment }) => segment)
  return letters.length <= longest
    ? text
    : `${letters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
}
