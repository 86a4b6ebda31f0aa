import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/text-area'
import type { Model } from '@/lib/catalog/field'
import type { Axis } from '@/lib/experiment/definition'
import { readFieldText } from '@/lib/experiment/read-field'
import { readTable, tableAxis } from '@/lib/experiment/table'
import { plural } from '../format'
import { Labelled, textAreaClass } from './labelled'

/** A table pasted from a spreadsheet, or a CSV or TSV file dropped or chosen. */
export function TablePaste({ model, onAdd }: { model: Model; onAdd: (axis: Axis) => void }) {
  const [text, setText] = useState('')
  const read = text.trim() === '' ? null : readTable(text)
  const table = read && 'table' in read ? read.table : null
  const problem = read && 'problem' in read ? read.problem : null
  const readFile = async (file: File | undefined) => file && setText(await file.text())

  return (
    <div className="grid gap-3">
      <Labelled
        label="Table"
        hint={
          problem ??
          (table
            ? `${table.rows.length} rows with ${table.columns.join(', ')}`
            : 'Paste from a spreadsheet, or drop a CSV or TSV file. The first line names the columns: a field of the model, or a {{variable}}.')
        }
      >
        {(id) => (
          <TextArea
            id={id}
            rows={4}
            dir="auto"
            className={`${textAreaClass} font-mono`}
            value={text}
            aria-invalid={problem !== null || undefined}
            onChange={({ target }) => setText(target.value)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault()
              event.stopPropagation()
              void readFile(event.dataTransfer.files[0])
            }}
          />
        )}
      </Labelled>
      <div className="flex flex-wrap gap-2">
        <Button
          disabled={table === null}
          onClick={() =>
            table &&
            onAdd(tableAxis('Rows', table, (column, cell) => readFieldText(model, column, cell)))
          }
        >
          {table ? `Add ${plural(table.rows.length, 'row')}` : 'Add'}
        </Button>
        <label className="inline-flex h-9 cursor-pointer items-center rounded-md px-3.5 font-medium text-muted text-sm hover:bg-hover hover:text-ink has-focus-visible:outline-2 pointer-coarse:h-11">
          Choose a file
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
            className="sr-only"
            onChange={({ target }) => void readFile(target.files?.[0])}
          />
        </label>
      </div>
    </div>
  )
}
