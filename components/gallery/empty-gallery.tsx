import { Play } from 'lucide-react'
import { use } from 'react'
import { ExamplePicture } from '@/components/composer/prompts/example-picture'
import { modelForExamples } from '@/components/composer/prompts/runnable-examples'
import type { Press } from '@/lib/browser/press-filter'
import { defaultInput } from '@/lib/catalog/defaults'
import { formatTotalPrice } from '@/lib/draft/price'
import { CatalogContext, useCanSpend, useDraft, useModel } from '@/lib/draft/use-draft'
import { showNotice } from './notices/notice'

export type Example = { prompt: string; picture: string; run: (press: Press) => void }

/** Shown on the first visit: an introduction and three example prompts. */
export function EmptyGallery({ examples }: { examples: Example[] }) {
  const price = useExamplePrice()
  const canSpend = useCanSpend()
  return (
    <div className="mx-auto flex max-w-3xl flex-col items-center gap-6 px-4 py-14 text-center sm:py-24">
      <div className="space-y-1.5">
        <h2 className="font-semibold text-xl tracking-tight">Make your first picture</h2>
        <p className="text-balance text-muted">
          Write a prompt, or press one of these. Pictures stay in this browser.
        </p>
      </div>
      <ul className="grid w-full gap-2 sm:grid-cols-3">
        {examples.map(({ prompt, picture, run }) => (
          <li key={prompt}>
            <button
              type="button"
              onClick={run}
              disabled={!canSpend}
              className="group flex size-full items-start gap-3 rounded-lg border bg-panel p-3 text-left transition-colors duration-150 enabled:hover:border-line-strong enabled:hover:bg-hover disabled:opacity-45 sm:flex-col"
            >
              <ExamplePicture path={picture} />
              <span className="flex grow flex-col gap-1 self-stretch">
                <span className="grow text-pretty">{prompt}</span>
                <span className="flex shrink-0 items-center gap-1.5 font-medium text-accent text-xs leading-5">
                  <Play size={12} aria-hidden className="fill-current" />
                  Generate
                  <span className="font-normal text-muted tabular-nums">{price}</span>
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <RestoreButton />
    </div>
  )
}

/** What a press of an example costs, for all its pictures. */
function useExamplePrice(): string | undefined {
  const { models } = use(CatalogContext).catalog
  const current = useModel()
  const model = modelForExamples(models, current)
  return useDraft(
    ({ draft, count }) =>
      model &&
      formatTotalPrice(model, model === current ? draft.input : defaultInput(model), count),
  )
}

/** For a gallery that was made in another browser. */
const RestoreButton = () => (
  <label className="inline-flex items-center rounded text-muted text-xs underline-offset-2 hover:text-ink hover:underline has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2 pointer-coarse:min-h-11">
    <input
      type="file"
      accept=".zip"
      className="sr-only"
      onChange={({ target }) => {
        const [file] = target.files ?? []
        if (file) void openChosenFile(file)
        target.value = ''
      }}
    />
    Restore from backup
  </label>
)

async function openChosenFile(file: File): Promise<void> {
  const { openFile } = await import('./open-file')
  showNotice(await openFile(file))
}
