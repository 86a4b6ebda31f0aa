import 'server-only'
import type { Signer } from '../signer'

/** Half of the 122 bits of an id. */
const half = 61
const mask = (1n << BigInt(half)) - 1n
const rounds = [0n, 1n, 2n, 3n]

/**
 * Turns the bits of an id into others, and each of those into one (a Feistel network of four rounds): without
 * the key nobody can say what a changed bit changes.
 */
export function encipher(bits: bigint, signer: Signer): bigint {
  let [left, right] = [bits >> BigInt(half), bits & mask]
  for (const round of rounds) [left, right] = [right, left ^ mix(right, round, signer)]
  return (left << BigInt(half)) | right
}

export function decipher(bits: bigint, signer: Signer): bigint {
  let [left, right] = [bits >> BigInt(half), bits & mask]
  for (const round of rounds.toReversed()) [left, right] = [right ^ mix(left, round, signer), left]
  return (left << BigInt(half)) | right
}

const mix = (of: bigint, round: bigint, signer: Signer) => signer.bits((of << 2n) | round, half)
