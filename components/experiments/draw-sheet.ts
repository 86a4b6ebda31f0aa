import { type SheetPart, sheetParts, wrapText } from '@/lib/experiment/export/png-parts'
import type { Sheet } from '@/lib/experiment/sheet'

/** All in pixels. */
const picture = 256
const gap = 8
const labelWidth = 200
const lineHeight = 20
const margin = 16
/** Browsers draw larger pictures, but not every program opens them. */
const maxSide = 4_096
const font = '14px system-ui, sans-serif'

type Context = OffscreenCanvasRenderingContext2D

/**
 * Draws a sheet as PNG pictures, in parts if it is large. Each part has the labels of its rows and columns.
 * @param seedCount pictures beside each other in one cell
 * @param bitmapOf the picture of a record, if it is here
 */
export async function drawSheet(
  { title, sheet }: { title: string; sheet: Sheet },
  seedCount: number,
  bitmapOf: (recordId: string) => Promise<ImageBitmap | null>,
): Promise<Blob[]> {
  const cell = { width: seedCount * (picture + gap), height: picture + gap }
  const space = maxSide - labelWidth - 2 * margin
  const parts = sheetParts(sheet.rowLabels.length, sheet.columnLabels.length, cell, space)
  const drawn: Blob[] = []
  // One after the other: each holds a canvas of up to 64 MB.
  for (const part of parts) drawn.push(await drawPart(title, sheet, part, cell.width, bitmapOf))
  return drawn
}

async function drawPart(
  title: string,
  { rowLabels, columnLabels, cellsAt }: Sheet,
  { rows, columns }: SheetPart,
  columnWidth: number,
  bitmapOf: (recordId: string) => Promise<ImageBitmap | null>,
): Promise<Blob> {
  const measure = contextOf(1, 1)
  const widthOf = (text: string) => measure.measureText(text).width
  const titleLines = wrapText(title, labelWidth + columns.length * columnWidth, widthOf)
  const heads = columns.map((column) =>
    wrapText(columnLabels[column] ?? '', columnWidth - gap, widthOf),
  )
  const sides = rows.map((row) => wrapText(rowLabels[row] ?? '', labelWidth - gap, widthOf))
  const heights = sides.map((lines) => Math.max(picture, lines.length * lineHeight) + gap)
  const headTop = margin + titleLines.length * lineHeight
  const bodyTop = headTop + Math.max(1, ...heads.map(({ length }) => length)) * lineHeight + gap
  const context = contextOf(
    2 * margin + labelWidth + columns.length * columnWidth,
    bodyTop + heights.reduce((sum, height) => sum + height, 0) + margin,
  )
  const left = (index: number) => margin + labelWidth + index * columnWidth

  write(context, titleLines, margin, margin)
  for (const [index, lines] of heads.entries()) write(context, lines, left(index), headTop)
  let top = bodyTop
  for (const [rowIndex, row] of rows.entries()) {
    write(context, sides[rowIndex] ?? [], margin, top)
    for (const [index, column] of columns.entries())
      for (const [seed, { recordId }] of cellsAt(row, column).entries()) {
        const bitmap = recordId === null ? null : await bitmapOf(recordId)
        drawFitted(context, bitmap, left(index) + seed * (picture + gap), top)
      }
    top += heights[rowIndex] ?? 0
  }
  return context.canvas.convertToBlob({ type: 'image/png' })
}

function contextOf(width: number, height: number): Context {
  const context = new OffscreenCanvas(width, height).getContext('2d')
  if (!context) throw new Error('no 2d canvas')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.fillStyle = '#111'
  context.font = font
  context.textBaseline = 'top'
  return context
}

function write(context: Context, lines: string[], left: number, top: number): void {
  for (const [index, line] of lines.entries())
    context.fillText(line, left, top + index * lineHeight)
}

/** Without a picture the place stays empty, in grey. */
function drawFitted(context: Context, bitmap: ImageBitmap | null, left: number, top: number): void {
  if (!bitmap) {
    context.save()
    context.fillStyle = '#eee'
    context.fillRect(left, top, picture, picture)
    context.restore()
    return
  }
  const scale = picture / Math.max(bitmap.width, bitmap.height)
  const width = bitmap.width * scale
  const height = bitmap.height * scale
  const x = left + (picture - width) / 2
  context.drawImage(bitmap, x, top + (picture - height) / 2, width, height)
  bitmap.close()
}
