import 'server-only'
import { createHmac, randomBytes } from 'node:crypto'
import type { Store } from './jobs/store-type'

export type Signer = {
  /** `count` bits that only the holder of the key can work out. */
  bits(of: bigint, count: number): bigint
  /** Stands for a text that must not be stored, such as a token. */
  digest(text: string): string
}

export function createSigner(key: string | Buffer): Signer {
  const mac = (text: string) => createHmac('sha256', key).update(text).digest()
  return {
    bits: (of, count) => mac(`id ${of}`).readBigUInt64BE() >> BigInt(64 - count),
    digest: (text) => mac(text).toString('base64url').slice(0, 22),
  }
}

/** With the key given, else with one that the first process leaves in the store for all others. */
export async function openSigner(key: string | null, store: Store): Promise<Signer> {
  return createSigner(key ?? (await store.writeOnce('secret', randomBytes(32))))
}
