import { useGallery } from '@/components/gallery/gallery-context'
import { fieldOf } from '@/lib/catalog/field'
import type { Expansion } from '@/lib/experiment/expand'

const maxShown = 3

/** The first prompts as they will be sent. */
export function PromptPreview({ expansion }: { expansion: Expansion }) {
  const { models } = useGallery()
  const prompts = expansion.cells.flatMap(({ model, input }) => {
    const known = models.find(({ id }) => id === model)
    const prompt = input[(known && fieldOf(known, 'prompt')?.name) ?? 'prompt']
    return typeof prompt === 'string' ? prompt : []
  })
  const distinct = [...new Set(prompts)].slice(0, maxShown)
  if (distinct.length === 0) return null
  return (
    <section aria-label="First prompts" className="grid gap-2">
      <h3 className="font-semibold">First prompts</h3>
      <ol className="grid gap-2">
        {distinct.map((prompt) => (
          <li key={prompt} dir="auto" className="line-clamp-4 rounded-md bg-raised p-2.5 text-xs">
            {prompt}
          </li>
        ))}
      </ol>
    </section>
  )
}
