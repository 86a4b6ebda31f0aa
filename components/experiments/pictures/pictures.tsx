import { useMemo, useState } from 'react'
import type { Definition } from '@/lib/experiment/definition'
import type { Expansion } from '@/lib/experiment/expand'
import type { Verdicts } from '@/lib/experiment/judge/verdicts'
import type { CellProgress } from '@/lib/experiment/progress'
import { defaultLayout, sheetOf } from '@/lib/experiment/sheet'
import { SheetControls } from './sheet-controls'
import { SheetGrid } from './sheet-grid'

type Props = {
  definition: Definition
  expansion: Expansion
  progress: CellProgress[]
  verdicts: Verdicts
}

/** The contact sheet of an experiment. */
export function Pictures({ definition, expansion, progress, verdicts }: Props) {
  const [layout, setLayout] = useState(() => defaultLayout(definition))
  const [size, setSize] = useState(160)
  const sheet = useMemo(
    () => sheetOf(definition, expansion, progress, layout),
    [definition, expansion, progress, layout],
  )
  if (!definition.id)
    return (
      <p className="grid h-full place-content-center p-8 text-center text-muted">
        The pictures appear here once you run the plan.
      </p>
    )
  return (
    <div className="flex h-full flex-col">
      <SheetControls
        definition={definition}
        layout={layout}
        onLayout={setLayout}
        size={size}
        onSize={setSize}
      />
      <SheetGrid
        // Another shape begins at its corner.
        key={`${layout.rows} ${layout.columns}`}
        experimentId={definition.id}
        sheet={sheet}
        size={size}
        seedCount={Math.max(1, definition.seeds.length)}
        verdicts={verdicts}
      />
    </div>
  )
}
