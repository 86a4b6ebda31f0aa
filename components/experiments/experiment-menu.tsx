import { useState } from 'react'
import { showNotice } from '@/components/gallery/notices/notice'
import { lazyPart } from '@/components/ui/lazy-part'
import { type MenuItem, MoreMenu } from '@/components/ui/more-menu'
import { closeOverlay } from '@/components/viewer/overlay-address'
import { copyText } from '@/lib/browser/copy-text'
import { downloadText } from '@/lib/browser/download-text'
import { type Definition, definitionFile } from '@/lib/experiment/definition'
import type { Expansion } from '@/lib/experiment/expand'
import { experimentCsv } from '@/lib/experiment/export/csv'
import { pythonPlan, typescriptPlan } from '@/lib/experiment/export/script'
import { rank } from '@/lib/experiment/judge/ranking'
import { comparisonsOf, type Verdicts } from '@/lib/experiment/judge/verdicts'
import { linkParameter, toLinkValue } from '@/lib/experiment/link'
import type { CellProgress } from '@/lib/experiment/progress'
import { removeExperiment } from '@/lib/library/experiments'
import { slug } from '@/lib/record/file-name'
import { isSaved } from '@/lib/record/record-state'
import { kreaAddress } from '@/lib/snippets/request'
import { exportSheet } from './export-sheet'
import { sharedPictures } from './shared-pictures'
import { readCellRecords } from './use-cell-records'

const ShareDialog = lazyPart(() =>
  import('@/components/reviews/share/share-dialog').then((file) => file.ShareDialog),
)

type Props = {
  definition: Definition
  expansion: Expansion
  progress: CellProgress[]
  verdicts: Verdicts
}

/** All that can be taken along, and removing the experiment. */
export function ExperimentMenu({ definition, expansion, progress, verdicts }: Props) {
  const { id } = definition
  const [isSharing, setSharing] = useState(false)
  const name = slug(definition.name) || 'experiment'
  const items: MenuItem[] = [
    {
      label: 'Share for review',
      isHidden: !progress.some(({ state }) => state !== null && isSaved(state)),
      run: () => setSharing(true),
    },
    { label: 'Copy link', run: () => copyLink(definition) },
    {
      label: 'Plan as JSON',
      run: () => downloadText(`${name}.json`, 'application/json', definitionFile(definition)),
    },
    {
      label: 'Plan as TypeScript',
      run: () =>
        downloadText(
          `${name}.mjs`,
          'text/javascript',
          typescriptPlan(expansion.cells, kreaAddress),
        ),
    },
    {
      label: 'Plan as Python',
      run: () =>
        downloadText(`${name}.py`, 'text/x-python', pythonPlan(expansion.cells, kreaAddress)),
    },
    {
      label: 'Results as CSV',
      isHidden: id === undefined,
      run: async () => {
        const records = await readCellRecords(progress)
        const byId = new Map([...records.values()].map((record) => [record.id, record]))
        const ranking = rank(
          progress.map(({ cell }) => cell.key),
          comparisonsOf(verdicts.pairs, (key) => key),
        )
        const csv = experimentCsv(
          definition,
          progress,
          (recordId) => byId.get(recordId),
          verdicts,
          verdicts.pairs.length > 0 ? ranking : null,
        )
        downloadText(`${name}.csv`, 'text/csv', csv)
      },
    },
    {
      label: 'Contact sheet as HTML',
      isHidden: id === undefined,
      run: () => exportSheet(`${name}.html`, definition, expansion, progress, verdicts),
    },
    {
      label: 'Contact sheet as PNG',
      isHidden: id === undefined,
      run: async () => {
        const { exportPng } = await import('./export-png')
        await exportPng(name, definition, expansion, progress)
      },
    },
    {
      label: 'Remove experiment',
      isHidden: id === undefined,
      run: async () => {
        if (
          id === undefined ||
          !confirm('Remove this experiment? Its pictures stay in the gallery.')
        )
          return
        await removeExperiment(id)
        closeOverlay()
      },
    },
  ]
  return (
    <>
      <MoreMenu
        id="experiment-menu"
        className="top-12 right-3 w-60!"
        items={items}
        onError={() => showNotice('The file could not be written. Nothing was changed.')}
      />
      {isSharing ? (
        <ShareDialog
          pictures={sharedPictures(definition, progress)}
          title={definition.name || undefined}
          onClose={() => setSharing(false)}
        />
      ) : null}
    </>
  )
}

async function copyLink(definition: Definition): Promise<void> {
  const link = `${location.origin}${location.pathname}?${linkParameter}=${toLinkValue(definition)}`
  showNotice(
    (await copyText(link))
      ? 'Link copied.'
      : 'This browser does not let the page copy. Export the plan as JSON instead.',
  )
}
