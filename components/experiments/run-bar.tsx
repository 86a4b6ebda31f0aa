import { useState } from 'react'
import { useGallery } from '@/components/gallery/gallery-context'
import { showNotice } from '@/components/gallery/notices/notice'
import { Button } from '@/components/ui/button'
import { useCanSpend } from '@/lib/draft/use-draft'
import { liveSettings } from '@/lib/engine/live-settings'
import { cancelExperiment, pauseExperiment, runCells } from '@/lib/engine/run-experiment'
import type { Definition } from '@/lib/experiment/definition'
import { estimate } from '@/lib/experiment/estimate'
import { countPlaces, type Expansion, maxCells } from '@/lib/experiment/expand'
import {
  type CellProgress,
  countProgress,
  missingCells,
  type PlannedCell,
  retriableCells,
} from '@/lib/experiment/progress'
import { saveDefinition } from '@/lib/library/experiments'
import { formatDuration, formatEstimate, plural } from './format'

type Props = {
  definition: Definition
  expansion: Expansion
  progress: CellProgress[]
  onStarted: (id: string) => void
}

/** What a run will make and cost, how far it is, and the buttons that start and stop it. */
export function RunBar({ definition, expansion, progress, onStarted }: Props) {
  const { models } = useGallery()
  const canSpend = useCanSpend()
  const maxConcurrent = liveSettings.use().mostUnderWay
  const [isBusy, setBusy] = useState(false)
  const counts = countProgress(progress)
  const places = countPlaces(definition)
  const missing: PlannedCell[] = definition.id
    ? missingCells(progress)
    : expansion.cells
        .filter(({ issues }) => issues.length === 0)
        .map((cell) => ({ cell, attempt: 0 }))
  const cost = estimate(
    missing.map(({ cell }) => cell),
    models,
    maxConcurrent,
  )
  const retriable = retriableCells(progress)

  async function start(cells: PlannedCell[]) {
    setBusy(true)
    try {
      const id = await saveDefinition(definition, Date.now())
      onStarted(id)
      await runCells(id, cells, models)
    } catch {
      showNotice('This browser could not store the experiment. Nothing was sent.')
    } finally {
      setBusy(false)
    }
  }

  return (
    <footer className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-t bg-panel px-4 py-2">
      <p role="status" className="min-w-0 flex-1 text-muted text-xs tabular-nums">
        {places > maxCells
          ? `${places} pictures are more than the limit of ${maxCells}. Remove values or seeds.`
          : [
              counts.done > 0 && `${counts.done} of ${counts.all} done`,
              counts.open > 0 && `${counts.open} in progress`,
              counts.failed > 0 && `${counts.failed} failed`,
              expansion.merged.length > 0 &&
                `${plural(expansion.merged.length, 'duplicate')} merged`,
              counts.refused > 0 && `${plural(counts.refused, 'cell')} refused`,
              missing.length > 0 && cost.seconds !== null && formatDuration(cost.seconds),
            ]
              .filter(Boolean)
              .join(' · ')}
      </p>
      {counts.open > 0 && definition.id ? (
        <RunningButtons id={definition.id} />
      ) : counts.failed > 0 ? (
        <Button disabled={isBusy || !canSpend} onClick={() => void start(retriable)}>
          Retry {counts.failed} failed
        </Button>
      ) : null}
      <Button
        look="primary"
        disabled={isBusy || !canSpend || missing.length === 0}
        onClick={() => void start(missing)}
      >
        {missing.length === 0
          ? 'Nothing to run'
          : `${counts.done > 0 ? 'Go on with' : 'Run'} ${plural(missing.length, 'picture')} · ${formatEstimate(cost)}`}
      </Button>
    </footer>
  )
}

function RunningButtons({ id }: { id: string }) {
  return (
    <>
      <Button title="Takes what waits out of the queue" onClick={() => void pauseExperiment(id)}>
        Pause
      </Button>
      <Button look="danger" onClick={() => void cancelExperiment(id)}>
        Cancel the rest
      </Button>
    </>
  )
}
