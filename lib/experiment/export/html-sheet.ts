import type { Definition } from '../definition'
import type { Sheet } from '../sheet'

/** A contact sheet as one HTML page that needs no network and no script. @param sourceOf data addresses by record id */
export function htmlSheet(
  { name, brief, question }: Definition,
  sheets: { title: string; sheet: Sheet }[],
  sourceOf: (recordId: string) => string | undefined,
  captionOf: (cellKey: string) => string,
): string {
  const title = escaped(name || 'Experiment')
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>
  :root { color-scheme: light dark; font: 13px/1.4 system-ui, sans-serif }
  body { margin: 16px }
  table { border-collapse: separate; border-spacing: 4px; margin-bottom: 32px }
  th { position: sticky; background: Canvas; text-align: left; max-width: 180px; overflow-wrap: anywhere }
  thead th { top: 0 }
  tbody th { left: 0 }
  td { vertical-align: top }
  img { width: 200px; display: block; border-radius: 4px }
  small { display: block; opacity: 0.7; max-width: 200px }
</style>
<body>
<h1>${title}</h1>
${[question, brief]
  .filter(Boolean)
  .map((text) => `<p dir="auto">${escaped(text)}</p>`)
  .join('\n')}
${sheets.map(({ title: heading, sheet }) => table(heading, sheet, sourceOf, captionOf)).join('\n')}
</body>
</html>
`
}

function table(
  heading: string,
  { rowLabels, columnLabels, cellsAt }: Sheet,
  sourceOf: (recordId: string) => string | undefined,
  captionOf: (cellKey: string) => string,
): string {
  const head = columnLabels.map((label) => `<th scope="col" dir="auto">${escaped(label)}</th>`)
  const rows = rowLabels.map((label, row) => {
    const cells = columnLabels.map((_, column) => {
      const pictures = cellsAt(row, column).map(({ cell, recordId }) => {
        const source = recordId === null ? undefined : sourceOf(recordId)
        const caption = captionOf(cell.key)
        return `${source ? `<img src="${escaped(source)}" alt="">` : ''}<small>${escaped(caption)}</small>`
      })
      return `<td>${pictures.join('')}</td>`
    })
    return `<tr><th scope="row" dir="auto">${escaped(label)}</th>${cells.join('')}</tr>`
  })
  return `${heading ? `<h2 dir="auto">${escaped(heading)}</h2>` : ''}
<table>
<thead><tr><td></td>${head.join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign)
