import { readFileSync, writeFileSync } from 'node:fs'
import { readDocument } from '../lib/catalog/read'
import { describeChanges } from './catalog-changes'

/**
 * `npm run catalog`: fetches Krea's live document, shows what changed, updates the bundled one.
 * An argument names another file than the bundled one.
 */
const bundled = process.argv[2] ?? new URL('../lib/catalog/openapi.json', import.meta.url)
const base = process.env.KREA_API_BASE_URL || 'https://api.krea.ai'

async function fetchDocument(): Promise<unknown> {
  const response = await fetch(`${base}/openapi.json`, { signal: AbortSignal.timeout(30_000) })
  if (!response.ok) throw new Error(`it answered ${response.status}`)
  return response.json()
}

async function main() {
  const document = await fetchDocument()
  const before = readDocument(JSON.parse(readFileSync(bundled, 'utf8')))
  const changes = describeChanges(before, readDocument(document))
  writeFileSync(bundled, `${JSON.stringify(document, null, 1)}\n`)
  console.log(changes.join('\n') || 'Nothing changed.')
}

main().catch((error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error)
  console.error(`The live document at ${base}/openapi.json cannot be used: ${reason}.`)
  console.error('The bundled document stays as it is.')
  process.exitCode = 1
})
