/** Text in PNG files: chunks `tEXt`, `zTXt` and `iTXt` of the PNG specification, third edition, 11.3.3. */

const signature = [137, 80, 78, 71, 13, 10, 26, 10]
/** The signature and `IHDR`, the first chunk, with 13 bytes of data. */
const headerBytes = 8 + 12 + 13

const utf8 = new TextEncoder()

/** Adds texts after the header of a file, without reading its other bytes. */
export function withTexts(png: Blob, texts: Record<string, string>): Blob {
  const chunks = Object.entries(texts).map(([keyword, text]) => textChunk(keyword, text))
  const parts = [png.slice(0, headerBytes), ...chunks, png.slice(headerBytes)]
  return new Blob(parts, { type: png.type })
}

/** The texts of a PNG by keyword; empty for other files. */
export async function readTexts(bytes: Uint8Array<ArrayBuffer>): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  if (signature.some((byte, at) => bytes[at] !== byte)) return texts
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    const type = latin1(bytes.subarray(at + 4, at + 8))
    const data = bytes.subarray(at + 8, at + 8 + length)
    const text = await textOf(type, data).catch(() => null)
    if (text) texts.set(text.keyword, text.text)
    at += 12 + length
  }
  return texts
}

/** A chunk whose text is cut off or packed in an unknown way is left out. */
async function textOf(type: string, data: Uint8Array<ArrayBuffer>) {
  switch (type) {
    case 'tEXt':
      return plainText(data)
    case 'zTXt':
      return compressedText(data)
    case 'iTXt':
      return internationalText(data)
    default:
      return null
  }
}

/** The longest settings that anyone has, and no bomb. */
const maxTextBytes = 20_000_000

async function inflate(data: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream('deflate'))
  const reader = stream.getReader()
  const parts: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length
    if (size > maxTextBytes) throw new Error('too long')
    parts.push(part.value)
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}

/** Keyword, 0, compression method, text. */
async function compressedText(data: Uint8Array<ArrayBuffer>) {
  const end = data.indexOf(0)
  const text = latin1(await inflate(data.subarray(end + 2)))
  return { keyword: latin1(data.subarray(0, end)), text }
}

function plainText(data: Uint8Array) {
  const end = data.indexOf(0)
  return { keyword: latin1(data.subarray(0, end)), text: latin1(data.subarray(end + 1)) }
}

/** Keyword, 0, compression flag and method, language, 0, translated keyword, 0, text. */
async function internationalText(data: Uint8Array<ArrayBuffer>) {
  const keyword = data.indexOf(0)
  const isCompressed = data[keyword + 1] === 1
  const language = data.indexOf(0, keyword + 3)
  const translated = data.indexOf(0, language + 1)
  const rest = data.subarray(translated + 1)
  const text = new TextDecoder().decode(isCompressed ? await inflate(rest) : rest)
  return { keyword: latin1(data.subarray(0, keyword)), text }
}

function textChunk(keyword: string, text: string): Uint8Array<ArrayBuffer> {
  const data = utf8.encode(`iTXt${keyword}\0\0\0\0\0${text}`)
  const chunk = new Uint8Array(data.length + 8)
  const view = new DataView(chunk.buffer)
  view.setUint32(0, data.length - 4)
  chunk.set(data, 4)
  view.setUint32(data.length + 4, crc32(data))
  return chunk
}

const latin1 = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes)

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (table[(value ^ byte) & 255] ?? 0) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}
