import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { lazyPart } from '@/components/ui/lazy-part'
import { priceOf } from '@/lib/catalog/price'
import { formatPrice } from '@/lib/draft/price'
import { chooseModel, replaceDraft } from '@/lib/draft/replace-draft'
import { useCanSpend } from '@/lib/draft/use-draft'
import { jobSettings } from '@/lib/engine/job-settings'
import { resume, retry } from '@/lib/engine/submit'
import type { Remedy } from '@/lib/record/failure-card'
import type { GalleryRecord } from '@/lib/record/record'
import { useGallery } from '../gallery-context'
import { useNow } from './use-now'

const JobSettingsDialog = lazyPart(() =>
  import('../toolbar/job-settings-dialog').then((file) => file.JobSettingsDialog),
)

/** `onDone`: called where the form is shown next. */
type Props = { record: GalleryRecord; remedy: Remedy; onDone?: () => void }

/** The one action that helps. */
export function RemedyButton({ record, remedy, onDone }: Props) {
  switch (remedy.kind) {
    case 'retry':
      return <Retry record={record} />
    case 'send-again':
      return <Retry record={record} label="Send again" />
    case 'wait':
      return <Wait record={record} untilMs={remedy.untilMs} waitMs={remedy.waitMs} />
    case 'edit':
      return <Edit record={record} onDone={onDone} />
    case 'edit-webhook':
      return <EditWebhook record={record} />
    case 'replace':
      return <Replace record={record} model={remedy.model} onDone={onDone} />
    case 'look-again':
      return <LookAgain id={record.id} />
    case 'unlock':
      return performance.timeOrigin > remedy.at ? (
        <RemedyButton record={record} remedy={remedy.next} />
      ) : (
        <Button size="sm" onClick={() => location.reload()}>
          Unlock
        </Button>
      )
    case 'top-up':
      return <TopUp record={record} />
    default:
      return remedy satisfies never
  }
}

/** A link to Krea. After a click it becomes a button that tries again. */
function TopUp({ record }: { record: GalleryRecord }) {
  const [wasClicked, setClicked] = useState(false)
  if (wasClicked) return <Retry record={record} />
  return (
    <a
      href="https://www.krea.ai"
      target="_blank"
      rel="noreferrer"
      onClick={() => setTimeout(() => setClicked(true))}
      className="inline-flex h-7 shrink-0 items-center rounded-md border border-line-strong bg-panel px-2.5 font-medium text-xs hover:bg-hover pointer-coarse:h-11"
    >
      Add funds
    </a>
  )
}

type EditProps = { record: GalleryRecord; onDone?: () => void }

function Edit({ record: { model, input }, onDone }: EditProps) {
  const { onEdit } = useGallery()
  const edit = () => {
    replaceDraft({ model, input })
    onDone?.()
    onEdit?.()
  }
  return (
    <Button size="sm" onClick={edit}>
      Edit
    </Button>
  )
}

/** Opens the setting of the webhook. Once the URL has changed, it becomes a button that tries again. */
function EditWebhook({ record }: { record: GalleryRecord }) {
  const [open, setOpen] = useState(false)
  const { webhookUrl } = jobSettings.use()
  return (
    <>
      {webhookUrl === (record.webhookUrl ?? '') || open ? (
        <Button size="sm" onClick={() => setOpen(true)}>
          Edit webhook
        </Button>
      ) : (
        <Retry record={record} />
      )}
      {open ? <JobSettingsDialog focusWebhook onClose={() => setOpen(false)} /> : null}
    </>
  )
}

/** Puts the request into the composer, with the model that replaces the retired one. */
function Replace({ record, model, onDone }: EditProps & { model: string }) {
  const { models, onEdit } = useGallery()
  const successor = models.find(({ id }) => id === model)
  if (!successor) return <Edit record={record} onDone={onDone} />
  const replace = () => {
    replaceDraft({ model: record.model, input: record.input })
    chooseModel(successor)
    onDone?.()
    onEdit?.()
  }
  return (
    <Button size="sm" onClick={replace}>
      Use {successor.name}
    </Button>
  )
}

type WaitProps = { record: GalleryRecord; untilMs: number; waitMs: number }

function Wait({ record, untilMs, waitMs }: WaitProps) {
  const remainingMs = untilMs - useNow()
  const seconds = Math.ceil(remainingMs / 1000)
  // Further away than the whole wait: the clock was set back since.
  if (seconds <= 0 || remainingMs > waitMs) return <Retry record={record} />
  return (
    <Button size="sm" disabled className="tabular-nums">
      Try again in {seconds} s
    </Button>
  )
}

/** Submits a new job in the same tile, for the price that its button says. */
function Retry({ record, label = 'Try again' }: { record: GalleryRecord; label?: string }) {
  const { models } = useGallery()
  const [busy, start] = useTransition()
  const canSpend = useCanSpend()
  const model = models.find(({ id }) => id === record.model)
  if (!model) return null
  return (
    <Button
      size="sm"
      disabled={busy || !canSpend}
      onClick={() => start(async () => void (await retry(model, record)))}
    >
      {label}
      <span className="font-normal tabular-nums">{formatPrice(priceOf(model, record.input))}</span>
    </Button>
  )
}

function LookAgain({ id }: { id: string }) {
  const [busy, start] = useTransition()
  return (
    <Button size="sm" disabled={busy} onClick={() => start(async () => void (await resume(id)))}>
      {busy ? 'Checking…' : 'Check again'}
    </Button>
  )
}
