import { X } from 'lucide-react'
import { useState } from 'react'
import { useGallery } from '@/components/gallery/gallery-context'
import { Notices } from '@/components/gallery/notices/notices'
import { Button } from '@/components/ui/button'
import { Chips } from '@/components/ui/chips'
import { FullScreen } from '@/components/viewer/full-screen'
import type { Definition } from '@/lib/experiment/definition'
import { noVerdicts } from '@/lib/experiment/judge/verdicts'
import { countProgress } from '@/lib/experiment/progress'
import { ExperimentMenu } from './experiment-menu'
import { Judge } from './judge/judge'
import { Pictures } from './pictures/pictures'
import { Plan } from './plan/plan'
import { Results } from './results/results'
import { RunBar } from './run-bar'
import { useExperiments } from './use-experiments'
import { useExpansion, useProgress } from './use-progress'

const tabs = ['Plan', 'Pictures', 'Judge', 'Results'] as const
type Tab = (typeof tabs)[number]

type Props = {
  initial: Definition
  /** Called with the id once the experiment is in the library. */
  onSaved: (id: string) => void
  onClose: () => void
}

/** One experiment: its plan, its pictures, the judgement of them, and what came of it. */
export function ExperimentView({ initial, onSaved, onClose }: Props) {
  const { models } = useGallery()
  const [definition, setDefinition] = useState(initial)
  const stored = useExperiments().data?.find(({ id }) => id === initial.id)
  const expansion = useExpansion(definition, models)
  const progress = useProgress(definition.id, expansion)
  const counts = countProgress(progress)
  const [chosen, setTab] = useState<Tab>()
  const tab = chosen ?? (counts.done + counts.open > 0 ? 'Pictures' : 'Plan')
  const verdicts = stored?.verdicts ?? noVerdicts
  const shared = { definition, progress, verdicts }

  return (
    <FullScreen label={definition.name || 'Experiment'} onClose={onClose}>
      <div className="flex h-full flex-col">
        <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b bg-panel py-1.5 pr-2 pl-4 max-sm:gap-x-1 max-sm:px-2">
          <h2 className="truncate font-semibold max-sm:sr-only">
            {definition.name || 'New experiment'}
          </h2>
          <Chips
            label="Part of the experiment"
            options={tabs}
            value={tab}
            onChange={setTab}
            className="flex gap-1"
            chipClassName="h-7 px-2.5 pointer-coarse:h-11"
          />
          <span className="ml-auto flex items-center gap-1">
            <ExperimentMenu {...shared} expansion={expansion} />
            <Button
              look="quiet"
              size="icon"
              aria-label="Close"
              title="Close (Esc)"
              onClick={onClose}
            >
              <X size={18} aria-hidden />
            </Button>
          </span>
        </header>
        <div className="relative min-h-0 flex-1">
          <Notices />
          {tab === 'Plan' ? (
            <Plan definition={definition} onChange={setDefinition} expansion={expansion} />
          ) : tab === 'Pictures' ? (
            <Pictures {...shared} expansion={expansion} />
          ) : tab === 'Judge' ? (
            <Judge {...shared} />
          ) : (
            <Results {...shared} />
          )}
        </div>
        <RunBar
          definition={definition}
          expansion={expansion}
          progress={progress}
          onJudge={() => setTab('Judge')}
          onStarted={(id) => {
            setDefinition({ ...definition, id })
            setTab('Pictures')
            onSaved(id)
          }}
        />
      </div>
    </FullScreen>
  )
}
