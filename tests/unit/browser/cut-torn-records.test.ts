import { expect, test } from '@playwright/test'
import { endOfWholeRecords } from '../../fixtures/browser/cut-torn-records'

const types = { whole: 1, first: 2, last: 4 }

function record(type: keyof typeof types, bytes: number): Buffer {
  const head = Buffer.alloc(7)
  head.writeUInt16LE(bytes, 4)
  head.writeUInt8(types[type], 6)
  return Buffer.concat([head, Buffer.alloc(bytes, 'x')])
}

test('of a database log all whole records stay, and what a kill tore is cut off', () => {
  const whole = record('whole', 300)
  const twoParts = [record('first', 32_768 - 307 - 7), record('last', 20)]
  for (const torn of [
    [],
    [record('whole', 300).subarray(0, 7)],
    [record('whole', 300).subarray(0, 100)],
    [record('first', 50)],
  ]) {
    expect(endOfWholeRecords(Buffer.concat([whole, ...torn]))).toBe(307)
    expect(endOfWholeRecords(Buffer.concat([whole, ...twoParts, ...torn]))).toBe(32_768 + 27)
  }
})

test('the end of a block that has no space for a head is no record', () => {
  const log = Buffer.concat([record('whole', 32_768 - 7 - 3), Buffer.alloc(3), record('whole', 5)])
  expect(endOfWholeRecords(log)).toBe(32_768 + 12)
})
