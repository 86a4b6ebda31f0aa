import { Activity } from 'lucide-react'
import { showNotice } from '@/components/gallery/notices/notice'
import { lazyPart } from '@/components/ui/lazy-part'
import { placed } from '@/lib/base-path'
import { copyPromised } from '@/lib/browser/copy-promised'
import { copyPicture } from '@/lib/engine/pictures/reference-picture'
import { parametersOf } from '@/lib/record/generation-parameters'
import { isSaved } from '@/lib/record/record-state'
import { hasRequest, type ViewerAction } from './viewer-action'

const CodeDialog = lazyPart(() =>
  import('@/components/composer/code-dialog').then((file) => file.CodeDialog),
)
const TimelineDialog = lazyPart(() =>
  import('@/components/gallery/tiles/timeline-dialog').then((file) => file.TimelineDialog),
)

/** Actions that take something out of the viewer, mostly to the clipboard. */
export const copyActions: ViewerAction[] = [
  {
    id: 'copy-picture',
    label: 'Copy picture',
    button: { place: 'copy', text: 'Picture', hideIfDisabled: true },
    isEnabled: ({ record }) => isSaved(record.state.kind),
    run: ({ record, attempt }) =>
      attempt(async () => {
        await copyPicture(record).catch(throwCopyForbidden)
        showNotice('Picture copied.')
      }),
  },
  {
    id: 'copy-prompt',
    label: 'Copy prompt',
    button: { place: 'copy', text: 'Prompt', hideIfDisabled: true },
    isEnabled: ({ record }) => record.prompt !== '',
    run: ({ record, attempt }) => attempt(() => copyText(record.prompt, 'Prompt copied.')),
  },
  {
    id: 'copy-link',
    label: 'Copy link',
    button: { place: 'copy', text: 'Link', hideIfDisabled: true },
    isEnabled: hasRequest,
    run: ({ record: { model, input }, attempt }) =>
      attempt(async () => {
        const link = import('@/lib/draft/link/link').then(
          ({ linkTo }) => `${location.origin}${placed('/')}${linkTo({ model, input })}`,
        )
        if (!(await copyPromised(link))) throw new Error(copyForbidden)
        showNotice('Link to these settings copied.')
      }),
  },
  {
    id: 'copy-parameters',
    label: 'Copy parameters',
    button: { place: 'copy', text: 'JSON', hideIfDisabled: true },
    isEnabled: hasRequest,
    run: ({ record, attempt }) =>
      attempt(() => copyText(JSON.stringify(parametersOf(record), null, 2), 'Parameters copied.')),
  },
  {
    id: 'copy-code',
    label: 'Copy as code',
    button: { place: 'copy', text: 'Code', hideIfDisabled: true },
    isEnabled: hasRequest,
    run: ({ openDialog }) => openDialog('copy-code'),
    dialog: ({ record: { model, input } }, onClose) => (
      <CodeDialog model={model} input={input} onClose={onClose} />
    ),
  },
  {
    id: 'timeline',
    label: 'Timeline',
    button: { place: 'more', icon: Activity },
    run: ({ openDialog }) => openDialog('timeline'),
    dialog: ({ record }, onClose) => <TimelineDialog record={record} onClose={onClose} />,
  },
]

const copyForbidden = 'This browser does not let the page copy.'

async function copyText(text: string, notice: string): Promise<void> {
  await navigator.clipboard.writeText(text).catch(throwCopyForbidden)
  showNotice(notice)
}

function throwCopyForbidden(cause: unknown): never {
  throw new Error(copyForbidden, { cause })
}
