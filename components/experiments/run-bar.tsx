import { useState } from 'react'
import { useGallery } from '@/components/gallery/gallery-context'
import { showNotice } from '@/components/gallery/notices/notice'
import { Button } from '@/components/ui/button'
import { useCanSpend } from '@/lib/draft/use-draft'
import { jobSettings } from '@/lib/engine/job-settings'
import { cancelExperiment, pauseExperiment, runCells } from '@/lib/engine/run-experiment'
import type { Definition } from '@/lib/experiment/definition'
import { countAffordable, estimate } from '@/lib/experiment/estimate'
import { countPlaces, type Expansion, maxCells } from '@/lib/experiment/expand'
import {
  type CellProgress,
  countProgress,
  missingCells,
  type PlannedCell,
  retriableCells,
} from '@/lib/experiment/progress'
import { saveDefinition } from '@/lib/library/experiments'
import { dollars } from '@/lib/money'
import { formatDuration, formatEstimate, plural } from './format'
import { usePlanBudget } from './use-plan-budget'

type Props = {
  definition: Definition
  expansion: Expansion
  progress: CellProgress[]
  onStarted: (id: string) => void
  onJudge: () => void
}

/** What a run will make and cost, how far it is, and the buttons that start and stop it. */
export function RunBar({ definition, expansion, progress, onStarted, onJudge }: Props) {
  const { models } = useGallery()
  const canSpend = useCanSpend()
  const maxConcurrent = jobSettings.use().mostUnderWay
  const [isBusy, setBusy] = useState(false)
  const counts = countProgress(progress)
  const places = countPlaces(definition)
  const missing: PlannedCell[] = definition.id
    ? missingCells(progress)
    : expansion.cells
        .filter(({ issues }) => issues.length === 0)
        .map((cell) => ({ cell, attempt: 0 }))
  const jobs = `${counts.done} ${counts.open} ${counts.failed}`
  const { remaining, unknownPrice } = usePlanBudget(jobs)
  const cells = missing.map(({ cell }) => cell)
  const fitting = remaining
    ? countAffordable(cells, models, remaining.dollars, unknownPrice)
    : cells.length
  // With nothing left the server says why.
  const sent = fitting === 0 ? missing : missing.slice(0, fitting)
  const cost = estimate(
    sent.map(({ cell }) => cell),
    models,
    maxConcurrent,
    unknownPrice,
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
      <p role="status" className="min-w-40 flex-1 text-muted text-xs tabular-nums">
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
              remaining && `${dollars(remaining.dollars)} left${whose[remaining.of]}`,
              fitting < missing.length && `${fitting} of ${missing.length} fit`,
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
      {missing.length === 0 && counts.done > 1 ? (
        <Button onClick={onJudge}>Judge two at a time</Button>
      ) : null}
      <Button
        look="primary"
        disabled={isBusy || !canSpend || missing.length === 0}
        onClick={() => void start(sent)}
      >
        {missing.length === 0
          ? 'Nothing to run'
          : `${counts.done > 0 ? 'Go on with' : 'Run'} ${plural(sent.length, 'picture')} · ${formatEstimate(cost)}`}
      </Button>
    </footer>
  )
}

const whose = { everyone: ' today', visitor: ' for you today', pass: ' on your pass' }

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
