import { Upload } from 'lucide-react'
import { showNotice } from '@/components/gallery/notices/notice'
import { Dialog, focusFromTitle } from '@/components/ui/dialog'
import { openExperiment } from '@/components/viewer/overlay-address'
import { readDefinitionFile } from '@/lib/experiment/definition'
import { toLinkValue } from '@/lib/experiment/link'
import { useExperiments } from './use-experiments'

/** Every experiment of this browser, the newest first; a definition file opens as a plan. */
export function ExperimentsDialog({ onClose }: { onClose: () => void }) {
  const { data: experiments } = useExperiments()
  const open = (value: string) => {
    onClose()
    openExperiment(value)
  }
  async function openFile(file: File | undefined) {
    if (!file) return
    const read = readDefinitionFile(await file.text())
    if ('definition' in read) open(toLinkValue(read.definition))
    else showNotice(read.problem)
  }
  return (
    <Dialog open onClose={onClose} title="Experiments">
      <div className="grid gap-4">
        {experiments?.length === 0 ? (
          <p className="text-muted">
            An experiment makes many pictures from one request: it varies settings, models or
            prompts, shows them side by side and tells which is worth its money. Start one with the
            flask beside the model.
          </p>
        ) : null}
        <ul className="grid gap-1">
          {experiments?.map(({ id, definition, createdAt }, index) => (
            <li key={id}>
              <button
                type="button"
                ref={index === 0 ? focusFromTitle : undefined}
                data-autofocus={index === 0 || undefined}
                onClick={() => open(id)}
                className="flex min-h-11 w-full flex-wrap items-baseline gap-x-3 rounded-md px-3 py-2 text-left hover:bg-hover"
              >
                <span className="mr-auto font-medium" dir="auto">
                  {definition.name || 'Experiment'}
                </span>
                <span className="text-muted text-xs tabular-nums">
                  {definition.axes.map(({ name }) => name).join(', ')}{' '}
                  {new Date(createdAt).toLocaleDateString('en')}
                </span>
              </button>
            </li>
          ))}
        </ul>
        <label className="inline-flex h-9 w-fit cursor-pointer items-center gap-2 rounded-md border border-line-strong px-3.5 font-medium text-sm hover:bg-hover has-focus-visible:outline-2 pointer-coarse:h-11">
          <Upload size={15} aria-hidden />
          Open a plan (JSON)
          <input
            type="file"
            accept=".json,application/json"
            className="sr-only"
            onChange={({ target }) => void openFile(target.files?.[0])}
          />
        </label>
      </div>
    </Dialog>
  )
}
