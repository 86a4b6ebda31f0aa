import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import * as z from 'zod'

const traceSchema = z.object({ files: z.array(z.string()) })
const maxBytes = 50_000_000

/** The bytes of all files that the build says a page or a route needs, as a host packs them. */
function sizeOf(trace: string): number {
  const { files } = traceSchema.parse(JSON.parse(readFileSync(trace, 'utf8')))
  return files
    .map((file) => statSync(resolve(dirname(trace), file), { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size, 0)
}

test('each function of a serverless host weighs under 50 MB', () => {
  const folder = '.next/server/app'
  const traces = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.nft.json'))
    .map((file) => join(folder, file))
  expect(traces.length).toBeGreaterThan(20)
  expect(traces.filter((trace) => sizeOf(trace) > maxBytes)).toEqual([])
})
