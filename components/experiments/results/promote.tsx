import { useState } from 'react'
import { useGallery } from '@/components/gallery/gallery-context'
import { showNotice } from '@/components/gallery/notices/notice'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import type { Model } from '@/lib/catalog/field'
import { reservedAmount } from '@/lib/draft/price'
import { useCanSpend } from '@/lib/draft/use-draft'
import { addressOf } from '@/lib/engine/pictures/reference-picture'
import { submit } from '@/lib/engine/submit'
import { finalOf } from '@/lib/experiment/promote'
import type { GalleryRecord } from '@/lib/record/record'
import { formatEstimate, plural } from '../format'

/** Stands for the address of a picture until it is uploaded: only its presence sets the price. */
const anyPicture = 'https://picture.invalid/kept.png'

/** Makes finals of the kept pictures: another model, the same prompt, the picture as reference if wanted. */
export function Promote({ kept }: { kept: GalleryRecord[] }) {
  const { models } = useGallery()
  const canSpend = useCanSpend()
  const [target, setTarget] = useState('')
  const [asReference, setReference] = useState(true)
  const [isBusy, setBusy] = useState(false)
  const to = models.find(({ id }) => id === target)
  const finals = to ? kept.map((record) => planFinal(record, models, to, asReference)) : []
  const [first] = finals
  const refused = finals.filter(({ issues }) => issues.length > 0)
  const sent = finals.filter(({ issues }) => issues.length === 0)
  const cost = {
    dollars: sumOf(sent.map(({ price }) => price?.amount ?? 0)),
    maxDollars: to
      ? sumOf(sent.map(({ input }) => reservedAmount(to, input, models, undefined)))
      : 0,
    isExact: sent.every(({ price }) => price?.exact),
  }

  async function run(model: Model) {
    setBusy(true)
    try {
      for (const record of kept) {
        const url = asReference ? await addressOf(record) : null
        const final = finalOf(keeperOf(record, models), model, {}, url)
        if (final.issues.length > 0) continue
        const error = await submit(model, final.input, [record.id])
        if (error) return showNotice(error.message)
      }
      showNotice(`${plural(kept.length - refused.length, 'final')} on the way: see the gallery.`)
    } catch (error) {
      showNotice(error instanceof Error ? error.message : 'The picture could not be uploaded.')
    } finally {
      setBusy(false)
    }
  }

  return (
    <section aria-label="Finals" className="grid gap-3 rounded-lg border bg-panel p-4">
      <h3 className="font-semibold text-base">
        Make finals of {plural(kept.length, 'kept picture')}
      </h3>
      <div className="flex flex-wrap items-center gap-3">
        <Select
          aria-label="Model of the finals"
          value={target}
          onChange={({ target: select }) => setTarget(select.value)}
          className="max-w-64"
        >
          <option value="">Choose a model…</option>
          {models.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <label className="flex min-h-9 items-center gap-2 text-[0.8125rem] pointer-coarse:min-h-11">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={asReference}
            onChange={({ target: box }) => setReference(box.checked)}
          />
          Use the picture as a reference, where the model takes one
        </label>
      </div>
      {first ? (
        <p className="text-muted text-xs">
          {[
            first.notCarried.length > 0 && `It does not take ${first.notCarried.join(', ')}.`,
            asReference && !first.usesPicture && 'It takes no reference picture.',
            !first.keepsSeed && 'A seed does not give the same picture on another model.',
            refused.length > 0 &&
              `${plural(refused.length, 'picture')} left out: ${refused[0]?.issues[0]?.message}`,
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
      ) : null}
      <Button
        look="primary"
        className="justify-self-start"
        disabled={!to || isBusy || !canSpend || refused.length === finals.length}
        onClick={() => to && void run(to)}
      >
        {to
          ? `Make ${plural(finals.length - refused.length, 'final')} · ${formatEstimate(cost)}`
          : 'Make finals'}
      </Button>
    </section>
  )
}

const sumOf = (amounts: number[]) => amounts.reduce((sum, amount) => sum + amount, 0)

const keeperOf = (record: GalleryRecord, models: Model[]) => ({
  model: models.find(({ id }) => id === record.model) ?? null,
  input: record.input,
})

const planFinal = (record: GalleryRecord, models: Model[], to: Model, asReference: boolean) =>
  finalOf(keeperOf(record, models), to, {}, asReference ? anyPicture : null)
