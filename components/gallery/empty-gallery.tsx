import { Play } from 'lucide-react'
import { ExamplePicture } from '@/components/composer/prompts/example-picture'
import type { Press } from '@/lib/browser/press-filter'
import { showNotice } from './notices/notice'

export type Example = { prompt: string; picture: string; run: (press: Press) => void }

/** Shown on the first visit: an introduction and three example prompts. */
export function EmptyGallery({ examples }: { examples: Example[] }) {
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
              className="group flex size-full items-start gap-3 rounded-lg border bg-panel p-3 text-left transition-colors duration-150 hover:border-line-strong hover:bg-hover sm:flex-col"
            >
              <ExamplePicture path={picture} />
              <span className="grow text-pretty">{prompt}</span>
              <span className="flex shrink-0 items-center gap-1.5 font-medium text-accent text-xs leading-5">
                <Play size={12} aria-hidden className="fill-current" />
                Generate
              </span>
            </button>
          </li>
        ))}
      </ul>
      <RestoreButton />
    </div>
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
