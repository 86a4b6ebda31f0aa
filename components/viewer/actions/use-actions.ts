import { useTransition } from 'react'
import { useGallery } from '@/components/gallery/gallery-context'
import { showNotice } from '@/components/gallery/notices/notice'
import { imageAddress } from '@/lib/api/jobs'
import { placed } from '@/lib/base-path'
import { fieldOf, type Input, type Model } from '@/lib/catalog/field'
import { priceOf } from '@/lib/catalog/price'
import { validateInput } from '@/lib/catalog/validate'
import { addPicture, replaceDraft } from '@/lib/draft/draft'
import { formatPrice } from '@/lib/draft/price'
import { seedWithin, withSeed } from '@/lib/draft/state'
import { addressOf, copyPicture, originalOf } from '@/lib/engine/reference-picture'
import { submit } from '@/lib/engine/submit'
import { deleteRecords } from '@/lib/library/deletion'
import { toggleFavourites } from '@/lib/library/favourite'
import { fileName } from '@/lib/record/file-name'
import { parametersOf } from '@/lib/record/generation-parameters'
import { finalUrl, type GalleryRecord } from '@/lib/record/record'
import { upscaleInput } from '@/lib/record/upscale'
import { exportedPicture } from '@/lib/transfer/export-picture'
import { closeOverlay, openPicture } from '../address'

/** What can be done with a picture, by button and by key alike. Each tells how it went. */
export function useActions(record: GalleryRecord, next: string | undefined) {
  const { models, onEdit } = useGallery()
  const [busy, start] = useTransition()
  const model = models.find(({ id }) => id === record.model)
  const { id, input, state } = record
  const price = model ? priceOf(model, input) : null

  const attempt = (work: () => Promise<void>) =>
    start(() =>
      work().catch((error: unknown) =>
        showNotice(error instanceof Error ? error.message : 'That did not work.'),
      ),
    )
  const copy = (words: string, text: string) =>
    attempt(async () => {
      await navigator.clipboard.writeText(text).catch(notAllowed)
      showNotice(`${words} copied.`)
    })
  const toForm = () => {
    closeOverlay()
    onEdit?.()
  }

  return {
    busy,
    model,
    varyPrice: price && formatPrice(price),
    /** Models that make a picture better, of today's catalog. */
    enhancers: models.filter((one) => one.task === 'enhance' && fieldOf(one, 'image')),
    favourite: () => void toggleFavourites([record]),
    remove: () => {
      void deleteRecords([id])
      if (next) openPicture(next)
      else closeOverlay()
    },
    download: () => attempt(() => download(record)),
    copyPicture: () =>
      attempt(async () => {
        await copyPicture(record).catch(notAllowed)
        showNotice('Picture copied.')
      }),
    copyPrompt: () => copy('Prompt', record.prompt),
    copyParameters: () => copy('Parameters', JSON.stringify(parametersOf(record), null, 2)),
    copyLink: () =>
      attempt(async () => {
        const { toLink } = await import('@/lib/draft/link')
        const link = `${location.origin}${placed('/')}?${toLink({ model: record.model, input })}`
        await navigator.clipboard.writeText(link).catch(notAllowed)
        showNotice('Link to these settings copied.')
      }),
    reuse: () => {
      replaceDraft({ model: record.model, input })
      toForm()
    },
    addAsInput: () =>
      attempt(async () => {
        if (!addPicture(await addressOf(record)))
          return showNotice('The chosen model takes no pictures. Choose another one first.')
        toForm()
      }),
    vary: () =>
      attempt(async () => {
        if (!model) return showNotice(`${record.modelName} is not offered any more.`)
        showNotice('A variation is on its way.')
        await send(model, reseeded(model, input), id)
      }),
    upscale: (by: Model) =>
      attempt(async () => {
        if (state.kind !== 'done') return
        showNotice('Sending the picture…')
        const body = upscaleInput(by, await addressOf(record), state.picture)
        if (!body) return
        const seeded = withSeed(by, body, Math.random)
        if (validateInput(by, seeded).length > 0) {
          replaceDraft({ model: by.id, input: seeded })
          showNotice(`${by.name} needs more to be set.`)
          return toForm()
        }
        showNotice('A larger picture is on its way.')
        await send(by, seeded, id)
      }),
  }
}

export type Actions = ReturnType<typeof useActions>

function reseeded(model: Model, input: Input): Input {
  const seed = fieldOf(model, 'seed')
  return seed ? { ...input, [seed.name]: seedWithin(seed, Math.random) } : input
}

/** A job that fails later says so in its own tile; what was refused outright has none. */
async function send(model: Model, input: Input, parent: string): Promise<void> {
  const error = await submit(model, input, [parent])
  if (error?.fields) throw error
}

async function download(record: GalleryRecord): Promise<void> {
  const original = await originalOf(record)
  const given = finalUrl(record)
  if (!original && !given) throw new Error('There is no picture to download.')
  const url = original
    ? URL.createObjectURL(exportedPicture(record, original))
    : imageAddress(given ?? '')
  const link = document.createElement('a')
  link.href = url
  link.download = fileName(record)
  link.click()
  if (original) setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

function notAllowed(cause: unknown): never {
  throw new Error('This browser does not let the page copy.', { cause })
}
