import { Expand, ImagePlus, Shuffle, SlidersHorizontal } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { TimelineButton } from '@/components/gallery/tiles/timeline-button'
import { Button } from '@/components/ui/button'
import { lazyPart } from '@/components/ui/lazy-part'
import type { GalleryRecord } from '@/lib/record/record'
import type { Actions } from './use-actions'

const UpscaleDialog = lazyPart(() => import('./upscale-dialog').then((file) => file.UpscaleDialog))
const TakeHome = lazyPart(() =>
  import('@/components/composer/code-dialog').then((file) => file.CodeDialog),
)

type Props = { record: GalleryRecord; actions: Actions }

/** What makes the next picture of this one, and what takes it elsewhere. */
export function MoreActions({ record, actions }: Props) {
  const [upscaling, setUpscaling] = useState(false)
  const [coding, setCoding] = useState(false)
  const isDone = record.state.kind === 'done'
  // Of a job adopted from Krea's list nobody knows what was asked.
  const isKnown = Object.keys(record.input).length > 0
  return (
    <>
      <div className="grid grid-cols-2 gap-1.5">
        <Next
          onClick={actions.reuse}
          disabled={!isKnown}
          title={isKnown ? undefined : 'What was asked is not known'}
        >
          <SlidersHorizontal size={14} aria-hidden />
          Reuse settings
        </Next>
        <Next
          onClick={actions.vary}
          disabled={actions.busy || !actions.model}
          title={
            actions.model
              ? 'The same settings with a new seed'
              : isKnown
                ? 'This model is gone'
                : 'What was asked is not known'
          }
        >
          <Shuffle size={14} aria-hidden />
          Vary
          {actions.varyPrice ? (
            <span className="ml-auto font-normal text-muted tabular-nums">{actions.varyPrice}</span>
          ) : null}
        </Next>
        <Next onClick={actions.addAsInput} disabled={actions.busy || !isDone}>
          <ImagePlus size={14} aria-hidden />
          Use as input
        </Next>
        <Next
          onClick={() => setUpscaling(true)}
          disabled={actions.busy || !isDone || actions.enhancers.length === 0}
        >
          <Expand size={14} aria-hidden />
          Upscale
        </Next>
      </div>
      <div className="-mx-2 flex flex-wrap items-center text-xs">
        <span aria-hidden className="pr-1 pl-2 text-muted">
          Copy
        </span>
        {isDone ? (
          <Copy label="Copy picture" onClick={actions.copyPicture}>
            Picture
          </Copy>
        ) : null}
        {record.prompt ? (
          <Copy label="Copy prompt" onClick={actions.copyPrompt}>
            Prompt
          </Copy>
        ) : null}
        {isKnown ? (
          <>
            <Copy label="Copy link" onClick={actions.copyLink}>
              Link
            </Copy>
            <Copy label="Copy parameters" onClick={actions.copyParameters}>
              Parameters
            </Copy>
            <Copy label="Copy as code" onClick={() => setCoding(true)}>
              Code
            </Copy>
          </>
        ) : null}
        <span className="ml-auto">
          <TimelineButton record={record} bare />
        </span>
      </div>
      {coding ? (
        <TakeHome model={record.model} input={record.input} onClose={() => setCoding(false)} />
      ) : null}
      {upscaling ? (
        <UpscaleDialog record={record} actions={actions} onClose={() => setUpscaling(false)} />
      ) : null}
    </>
  )
}

type NextProps = { children: ReactNode; onClick: () => void; disabled?: boolean; title?: string }

const Next = (props: NextProps) => (
  <Button size="sm" className="h-8 justify-start! [&>svg]:text-muted" {...props} />
)

type CopyProps = { label: string; onClick: () => void; children: ReactNode }

const Copy = ({ label, onClick, children }: CopyProps) => (
  <Button look="quiet" size="sm" aria-label={label} className="px-2!" onClick={onClick}>
    {children}
  </Button>
)
