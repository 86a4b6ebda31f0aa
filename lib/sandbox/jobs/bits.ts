import 'server-only'

/** Names and widths in bits, the most significant first. */
export type Layout = readonly (readonly [name: string, bits: number])[]

export function pack(layout: Layout, values: Record<string, number>): bigint {
  return layout.reduce((packed, [name, bits]) => {
    const value = BigInt(values[name] ?? 0)
    if (value < 0n || value >> BigInt(bits) > 0n) throw new RangeError(`${name} needs more bits`)
    return (packed << BigInt(bits)) | value
  }, 0n)
}

export function unpack(layout: Layout, packed: bigint): Record<string, number> {
  const values: Record<string, number> = {}
  let rest = packed
  for (const [name, bits] of layout.toReversed()) {
    values[name] = Number(rest & ((1n << BigInt(bits)) - 1n))
    rest >>= BigInt(bits)
  }
  return values
}

/** The 122 free bits of a UUID version 8 (RFC 9562, section 5.8). */
export function toUuid(bits: bigint): string {
  const all =
    ((bits >> 74n) << 80n) |
    (8n << 76n) |
    (((bits >> 62n) & 0xfffn) << 64n) |
    (2n << 62n) |
    (bits & ((1n << 62n) - 1n))
  const hex = all.toString(16).padStart(32, '0')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** @returns null for anything but a UUID version 8. */
export function fromUuid(uuid: string): bigint | null {
  if (!shape.test(uuid)) return null
  const all = BigInt(`0x${uuid.replaceAll('-', '')}`)
  return ((all >> 80n) << 74n) | (((all >> 64n) & 0xfffn) << 62n) | (all & ((1n << 62n) - 1n))
}
