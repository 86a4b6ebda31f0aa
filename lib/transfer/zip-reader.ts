/** Reads a zip of any size from the disk, part by part (APPNOTE 6.3: 4.3.7, 4.3.12, 4.3.14 to 4.3.16). */

export class NoZipError extends Error {
  override name = 'NoZipError'

  constructor(
    readonly reason: 'incomplete' | 'compression',
    message: string,
  ) {
    super(message)
  }
}

export const isNoZipError = (thrown: unknown): thrown is NoZipError =>
  thrown instanceof Error && thrown.name === 'NoZipError'

/** A file in the zip. Its bytes are read on demand, as a blob of the given type. */
export type ZipEntry = { name: string; read: (type: string) => Promise<Blob> }

const stored = 0
const deflated = 8
/** The end record with the longest possible comment. */
const endBytes = 22 + 65_535

/** @throws NoZipError when it is not a whole zip */
export async function readZip(file: Blob): Promise<ZipEntry[]> {
  const { offset, size } = await findDirectory(file)
  const view = await viewOf(file.slice(offset, offset + size))
  const entries: ZipEntry[] = []
  for (let at = 0; at + 46 <= view.byteLength && view.getUint32(at, true) === 0x02014b50; ) {
    const name = view.getUint16(at + 28, true)
    const extra = view.getUint16(at + 30, true)
    const comment = view.getUint16(at + 32, true)
    entries.push(entryAt(file, view, at, name, extra))
    at += 46 + name + extra + comment
  }
  return entries
}

function entryAt(file: Blob, view: DataView, at: number, nameLength: number, extra: number) {
  const method = view.getUint16(at + 10, true)
  const name = new TextDecoder().decode(bytesOf(view, at + 46, nameLength))
  const large = largeFields(view, at + 46 + nameLength, extra)
  const field = (where: number) => {
    const value = view.getUint32(where, true)
    return value === 0xffffffff ? (large.shift() ?? value) : value
  }
  field(at + 24)
  const size = field(at + 20)
  const offset = field(at + 42)
  const read = async (type: string): Promise<Blob> => {
    const local = await viewOf(file.slice(offset, offset + 30))
    if (local.byteLength < 30) throw new NoZipError('incomplete', 'cut off')
    const start = offset + 30 + local.getUint16(26, true) + local.getUint16(28, true)
    const data = file.slice(start, start + size, type)
    if (data.size < size) throw new NoZipError('incomplete', 'cut off')
    // A copy: WebKit stores a slice of a file as the whole file.
    if (method === stored) return new Blob([await data.arrayBuffer()], { type })
    if (method !== deflated) throw new NoZipError('compression', `compressed by method ${method}`)
    const stream = data.stream().pipeThrough(new DecompressionStream('deflate-raw'))
    return new Response(stream, { headers: { 'Content-Type': type } }).blob()
  }
  return { name, read }
}

/** The 8-byte values of a zip64 field, for what does not fit in 4: size, packed size, offset. */
function largeFields(view: DataView, start: number, length: number): number[] {
  for (let at = start; at + 4 <= start + length; ) {
    const size = view.getUint16(at + 2, true)
    if (view.getUint16(at, true) === 1)
      return Array.from({ length: Math.floor(size / 8) }, (_, index) =>
        Number(view.getBigUint64(at + 4 + index * 8, true)),
      )
    at += 4 + size
  }
  return []
}

async function findDirectory(file: Blob): Promise<{ offset: number; size: number }> {
  const from = Math.max(0, file.size - endBytes)
  const view = await viewOf(file.slice(from))
  for (let at = view.byteLength - 22; at >= 0; at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue
    const end = { size: view.getUint32(at + 12, true), offset: view.getUint32(at + 16, true) }
    const isLarge = view.getUint16(at + 10, true) === 0xffff || end.offset === 0xffffffff
    return isLarge && at >= 20 ? largeDirectory(file, view, at - 20) : end
  }
  throw new NoZipError('incomplete', 'no end of a zip')
}

async function largeDirectory(file: Blob, view: DataView, locator: number) {
  const at = Number(view.getBigUint64(locator + 8, true))
  const end = await viewOf(file.slice(at, at + 56))
  if (end.byteLength < 56) throw new NoZipError('incomplete', 'cut off')
  return { size: Number(end.getBigUint64(40, true)), offset: Number(end.getBigUint64(48, true)) }
}

const viewOf = async (part: Blob) => new DataView(await part.arrayBuffer())

const bytesOf = (view: DataView, at: number, length: number) =>
  new Uint8Array(view.buffer, view.byteOffset + at, length)
