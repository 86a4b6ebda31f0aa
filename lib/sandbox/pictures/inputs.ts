import 'server-only'
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { Input, Json, Model } from '../../catalog/field'
import { requireModestSize } from '../assets/inspect-picture'
import { readPublicAsset } from '../assets/public-asset'
import type { Call, Context } from '../context'
import { Refusal } from '../http/answer'
import type { Size } from './size'
import { tintOfPicture, tintOfText } from './tint'

/** The picture that steers a job most; `small` is null where only its address is known. */
export type InputPicture = {
  address: string
  hash: string
  size: Size | null
  tint: number
  small: Buffer | null
}

/**
 * Reads a body's pictures: ours from the store or painted anew, other https addresses by their name
 * alone, since the sandbox fetches nothing.
 * @throws Refusal 422 for an address that cannot be a picture.
 */
export async function readInputs(
  context: Context,
  call: Call,
  model: Model,
  body: Input,
): Promise<InputPicture[]> {
  const side = model.task === 'enhance' ? 2048 : 256
  return Promise.all(
    picturesIn(model, body).map(async (address) => {
      const bytes = await ownPicture(context, call, address)
      if (bytes) return { address, ...(await context.decoding(() => reduce(bytes, side, address))) }
      if (!address.startsWith('https://')) throw refused(address)
      return { address, hash: sha256(address), size: null, tint: tintOfText(address), small: null }
    }),
  )
}

const refused = (address: string) =>
  new Refusal(422, { error: 'Invalid asset URL', message: `Cannot read ${address}` })

/** The picture itself comes before references, references before styles. */
const order = ['image', 'images', 'tagged-images', 'weighted-images', 'mask'] as const

function picturesIn(model: Model, body: Input): string[] {
  return order.flatMap((kind) =>
    model.fields.filter((field) => field.kind === kind).flatMap(({ name }) => urlsIn(body[name])),
  )
}

function urlsIn(value: Json | undefined): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(urlsIn)
  return value && typeof value === 'object' ? urlsIn(value.url) : []
}

/** By its path alone: the same server has several names (localhost, 127.0.0.1, a proxy's). */
async function ownPicture(context: Context, call: Call, address: string): Promise<Buffer | null> {
  if (!URL.canParse(address)) throw refused(address)
  const { pathname } = new URL(address)
  const folder = `${new URL(call.base).pathname.replace(/\/$/, '')}/public/`
  if (!pathname.startsWith(folder)) return null
  const name = pathname.slice(folder.length)
  const bytes = name.startsWith('assets/')
    ? await readPublicAsset(context, name.slice('assets/'.length))
    : await context.pictures.read(name, context.now())
  if (!bytes) throw refused(address)
  return bytes
}

async function reduce(
  bytes: Buffer,
  side: number,
  address: string,
): Promise<Omit<InputPicture, 'address'>> {
  const metadata = await sharp(bytes)
    .metadata()
    .catch(() => {
      throw refused(address)
    })
  requireModestSize(metadata)
  const small = await sharp(bytes)
    .autoOrient()
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 92 })
    .toBuffer()
  return {
    hash: sha256(bytes),
    size: metadata.autoOrient,
    tint: await tintOfPicture(small),
    small,
  }
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')
