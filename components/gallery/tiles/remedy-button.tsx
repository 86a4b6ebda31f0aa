import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { lazyPart } from '@/components/ui/lazy-part'
import { chooseModel, replaceDraft } from '@/lib/draft/draft'
import { liveSettings } from '@/lib/engine/live-settings'
import { resume, retry } from '@/lib/engine/submit'
import type { Remedy } from '@/lib/record/failure-card'
import type { GalleryRecord } from '@/lib/record/record'
import { useGallery } from '../gallery-context'
import { useNow } from './use-now'

const LiveSettingsDialog = lazyPart(() =>
  import('../toolbar/live-settings-dialog').then((file) => file.LiveSettingsDialog),
)

type Props = { record: GalleryRecord; remedy: Remedy }

/** The one action that helps. */
export function RemedyButton({ record, remedy }: Props) {
  switch (remedy.kind) {
    case 'retry':
      return <Retry record={record} />
    case 'wait':
      return <Wait record={record} untilMs={remedy.untilMs} />
    case 'edit':
      return <Edit record={record} />
    case 'edit-webhook':
      return <EditWebhook record={record} />
    case 'replace':
      return <Replace record={record} model={remedy.model} />
    case 'look-again':
      return <LookAgain id={record.id} />
    case 'unlock':
      return (
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
      Top up
    </a>
  )
}

function Edit({ record: { model, input } }: { record: GalleryRecord }) {
  const { onEdit } = useGallery()
  const edit = () => {
    replaceDraft({ model, input })
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
  const { webhookUrl } = liveSettings.use()
  return (
    <>
      {webhookUrl === (record.webhookUrl ?? '') || open ? (
        <Button size="sm" onClick={() => setOpen(true)}>
          Edit the webhook
        </Button>
      ) : (
        <Retry record={record} />
      )}
      {open ? <LiveSettingsDialog focusWebhook onClose={() => setOpen(false)} /> : null}
    </>
  )
}

/** Puts the request into the composer, with the model that replaces the retired one. */
function Replace({ record, model }: { record: GalleryRecord; model: string }) {
  const { models, onEdit } = useGallery()
  const successor = models.find(({ id }) => id === model)
  if (!successor) return <Edit record={record} />
  const replace = () => {
    replaceDraft({ model: record.model, input: record.input })
    chooseModel(successor)
    onEdit?.()
  }
  return (
    <Button size="sm" onClick={replace}>
      Use {successor.name}
    </Button>
  )
}

function Wait({ record, untilMs }: { record: GalleryRecord; untilMs: number }) {
  const seconds = Math.ceil((untilMs - useNow()) / 1000)
  if (seconds <= 0) return <Retry record={record} />
  return (
    <Button size="sm" disabled className="tabular-nums">
      Try again in {seconds} s
    </Button>
  )
}

/** Submits a new job in the same tile. */
function Retry({ record }: { record: GalleryRecord }) {
  const { models } = useGallery()
  const [busy, start] = useTransition()
  const model = models.find(({ id }) => id === record.model)
  if (!model) return null
  return (
    <Button
      size="sm"
      disabled={busy}
      onClick={() => start(async () => void (await retry(model, record)))}
    >
      Try again
    </Button>
  )
}

function LookAgain({ id }: { id: string }) {
  const [busy, start] = useTransition()
  return (
    <Button size="sm" disabled={busy} onClick={() => start(async () => void (await resume(id)))}>
      Look again
    </Button>
  )
}
