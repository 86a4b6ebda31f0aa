import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Chips } from '@/components/ui/chips'
import { Dialog } from '@/components/ui/dialog'
import { lazyPart } from '@/components/ui/lazy-part'
import { TextInput } from '@/components/ui/text-input'
import { styleModelNames, styleModelOf } from '@/lib/catalog/krea-quirks'
import { type StyleFilter, styleFilters } from '@/lib/contract/styles'
import { StyleGrid } from './style-grid'
import { TrainingList } from './training-list'
import { trainings } from './trainings'

const TrainStyle = lazyPart(() => import('./train-style').then((file) => file.TrainStyle))

type Props = {
  modelId: string
  chosen: string[]
  freeSlots: number
  onAdd: (id: string) => void
  onRemove: (id: string) => void
  onClose: () => void
}

const filterNames: Record<StyleFilter, string> = {
  all: 'All',
  community: 'Community',
  krea: 'Krea',
  user: 'Yours',
  shared: 'Shared',
}

/** Styles with their pictures, to use, to rename and to train. */
export function StyleBrowser({ modelId, chosen, freeSlots, onAdd, onRemove, onClose }: Props) {
  const [text, setText] = useState('')
  const [filter, setFilter] = useState<StyleFilter>('all')
  const [isTraining, setTraining] = useState(false)
  const running = trainings.use()
  const word = styleModelOf(modelId)
  const fitting = word === null ? null : (styleModelNames.get(word) ?? word)
  return (
    <Dialog open onClose={onClose} title={isTraining ? 'Train a style' : 'Styles'} size="wide">
      {isTraining ? (
        <TrainStyle
          modelId={modelId}
          onDone={() => setTraining(false)}
          onCancel={() => setTraining(false)}
        />
      ) : (
        <div className="grid grid-cols-1 gap-3">
          <div className="flex flex-wrap items-center gap-2">
            <TextInput
              type="search"
              aria-label="Search styles by name"
              placeholder="Name or id"
              value={text}
              onChange={({ target }) => setText(target.value)}
              className="min-w-40 flex-1"
            />
            <Button size="sm" className="h-8" onClick={() => setTraining(true)}>
              Train a style
            </Button>
          </div>
          <Chips
            label="Whose styles"
            options={styleFilters}
            value={filter}
            onChange={setFilter}
            show={(option) => filterNames[option]}
          />
          {fitting && (
            <p className="text-muted text-xs">Only styles made for {fitting} are shown.</p>
          )}
          {running.length > 0 && (
            <TrainingList chosen={chosen} canAdd={freeSlots > 0} onAdd={onAdd} />
          )}
          <StyleGrid
            query={{ q: text.trim(), filter, model: modelId }}
            chosen={chosen}
            canAdd={freeSlots > 0}
            onAdd={onAdd}
            onRemove={onRemove}
            onClose={onClose}
          />
        </div>
      )}
    </Dialog>
  )
}
