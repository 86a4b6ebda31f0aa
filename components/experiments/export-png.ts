import { downloadZip } from 'client-zip'
import { downloadBlob } from '@/lib/browser/download-text'
import type { Definition } from '@/lib/experiment/definition'
import type { Expansion } from '@/lib/experiment/expand'
import type { CellProgress } from '@/lib/experiment/progress'
import { defaultLayout, everySheet } from '@/lib/experiment/sheet'
import { readBlob } from '@/lib/library/records'
import { drawSheet } from './draw-sheet'

/** Writes the contact sheet as PNG: one picture, or a zip of its parts. @param name without an extension */
export async function exportPng(
  name: string,
  definition: Definition,
  expansion: Expansion,
  progress: CellProgress[],
): Promise<void> {
  const seedCount = Math.max(1, definition.seeds.length)
  const parts: Blob[] = []
  const sheets = everySheet(definition, expansion, progress, defaultLayout(definition))
  for (const sheet of sheets)
    parts.push(
      ...(await drawSheet(
        { ...sheet, title: titleOf(definition, sheet.title) },
        seedCount,
        bitmapOf,
      )),
    )
  const [first] = parts
  if (parts.length === 1 && first) return downloadBlob(`${name}.png`, first)
  const digits = String(parts.length).length
  const files = parts.map((input, at) => ({
    name: `${name}-${String(at + 1).padStart(digits, '0')}.png`,
    input,
  }))
  downloadBlob(`${name}-png.zip`, await downloadZip(files).blob())
}

const titleOf = (definition: Definition, part: string) =>
  [definition.name || 'Experiment', part].filter(Boolean).join(': ')

async function bitmapOf(recordId: string): Promise<ImageBitmap | null> {
  const thumbnail = await readBlob('thumbnails', recordId)
  return thumbnail ? createImageBitmap(thumbnail) : null
}
