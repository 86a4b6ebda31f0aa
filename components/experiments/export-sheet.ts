import { downloadText } from '@/lib/browser/download-text'
import type { Definition } from '@/lib/experiment/definition'
import type { Expansion } from '@/lib/experiment/expand'
import { htmlSheet } from '@/lib/experiment/export/html-sheet'
import type { Verdicts } from '@/lib/experiment/judge/verdicts'
import type { CellProgress } from '@/lib/experiment/progress'
import { defaultLayout, everySheet } from '@/lib/experiment/sheet'
import { readBlob } from '@/lib/library/records'

/** Writes the contact sheet, one table for each value of the closed axes, with its thumbnails inside. */
export async function exportSheet(
  fileName: string,
  definition: Definition,
  expansion: Expansion,
  progress: CellProgress[],
  verdicts: Verdicts,
): Promise<void> {
  const sources = new Map<string, string>()
  for (const { recordId } of progress) {
    const thumbnail = recordId === null ? undefined : await readBlob('thumbnails', recordId)
    if (recordId !== null && thumbnail) sources.set(recordId, await toDataAddress(thumbnail))
  }
  const bySeed = new Map(progress.map(({ cell }) => [cell.key, cell.seed]))
  const html = htmlSheet(
    definition,
    everySheet(definition, expansion, progress, defaultLayout(definition)),
    (recordId) => sources.get(recordId),
    (key) =>
      [seedText(bySeed.get(key)), verdictText(verdicts.cells[key])].filter(Boolean).join(', '),
  )
  downloadText(fileName, 'text/html', html)
}

const seedText = (seed: number | null | undefined) => (seed == null ? '' : `seed ${seed}`)

function verdictText(verdict: Verdicts['cells'][string] | undefined): string {
  const word = verdict?.kept === true ? 'kept' : verdict?.kept === false ? 'rejected' : ''
  return [word, verdict?.rating ? `${verdict.rating} of 5` : ''].filter(Boolean).join(', ')
}

function toDataAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })
}
