import { SlidersHorizontal } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { Button } from '@/components/ui/button'
import { lazyPart } from '@/components/ui/lazy-part'
import { Popover } from '@/components/ui/popover'
import { Select } from '@/components/ui/select'
import type { Entry } from '@/lib/record/entry'
import { emptyQuery, filterCount, type Query, type Status, statuses } from '@/lib/record/search'
import { useBoards } from '../boards/use-boards'
import { useGallery } from '../gallery-context'
import { SortSelect } from './sort-select'

const ExperimentFilter = lazyPart(() =>
  import('./experiment-filter').then((file) => file.ExperimentFilter),
)

type Props = { entries: Entry[]; query: Query; onQuery: (query: Query) => void }

const statusLabels: Record<Status, string> = {
  done: 'Finished',
  unfinished: 'In progress',
  failed: 'Failed',
  cancelled: 'Cancelled',
}

const dayOptions: [days: number, label: string][] = [
  [1, 'Today'],
  [7, 'Last 7 days'],
  [30, 'Last 30 days'],
  [365, 'Last 365 days'],
]

export function ToolbarFilters({ entries, query, onQuery }: Props) {
  const boards = useBoards()
  const count = filterCount(query)
  return (
    <>
      {boards.length > 0 ? (
        <Select
          aria-label="Board"
          value={query.board ?? ''}
          onChange={({ target }) => onQuery({ ...query, board: target.value || null })}
          className="max-w-40 max-sm:max-w-24"
        >
          <option value="">All boards</option>
          {boards.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      ) : null}
      <Button
        look="quiet"
        size="icon"
        popoverTarget="gallery-filters"
        aria-label={count > 0 ? `Filters, ${count} set` : 'Filters'}
        title="Filters"
        className={count > 0 ? 'w-auto gap-1 px-2 text-accent' : ''}
      >
        <SlidersHorizontal size={15} aria-hidden />
        {count > 0 ? <span className="text-xs tabular-nums">{count}</span> : null}
      </Button>
      <Popover
        id="gallery-filters"
        label="Filters"
        className="top-25 w-72! left-auto right-3 lg:right-auto lg:left-99"
      >
        <Filters entries={entries} query={query} onQuery={onQuery} />
        <Button
          size="sm"
          className="mt-4"
          disabled={count === 0}
          onClick={() =>
            onQuery({ ...emptyQuery, text: query.text, oldestFirst: query.oldestFirst })
          }
        >
          Clear filters
        </Button>
      </Popover>
    </>
  )
}

function Filters({ entries, query, onQuery }: Props) {
  const { models } = useGallery()
  const usedModels = useMemo(
    () => [...new Set(entries.map(({ model }) => model))].sort(),
    [entries],
  )
  const nameOf = (id: string) => models.find((model) => model.id === id)?.name ?? id
  return (
    <div className="grid gap-3">
      <Row label="Model">
        <Select
          value={query.model ?? ''}
          onChange={({ target }) => onQuery({ ...query, model: target.value || null })}
        >
          <option value="">Any</option>
          {usedModels.map((id) => (
            <option key={id} value={id}>
              {nameOf(id)}
            </option>
          ))}
        </Select>
      </Row>
      <Row label="Status">
        <Select
          value={query.status ?? ''}
          onChange={({ target }) =>
            onQuery({ ...query, status: statuses.find((one) => one === target.value) ?? null })
          }
        >
          <option value="">Any</option>
          {statuses.map((status) => (
            <option key={status} value={status}>
              {statusLabels[status]}
            </option>
          ))}
        </Select>
      </Row>
      <Row label="Created">
        <Select
          value={query.days ?? ''}
          onChange={({ target }) => onQuery({ ...query, days: Number(target.value) || null })}
        >
          <option value="">Any time</option>
          {dayOptions.map(([days, label]) => (
            <option key={days} value={days}>
              {label}
            </option>
          ))}
        </Select>
      </Row>
      {entries.some(({ experiment }) => experiment !== undefined) ? (
        <Row label="Experiment">
          <ExperimentFilter entries={entries} query={query} onQuery={onQuery} />
        </Row>
      ) : null}
      <div className="sm:hidden">
        <Row label="Sort">
          <SortSelect query={query} onQuery={onQuery} />
        </Row>
      </div>
      <Row label="Favourites only">
        <input
          type="checkbox"
          className="switch justify-self-end"
          checked={query.favourite}
          onChange={({ target }) => onQuery({ ...query, favourite: target.checked })}
        />
      </Row>
    </div>
  )
}

const Row = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the control is its child.
  <label className="grid grid-cols-[1fr_auto] items-center gap-3 text-[0.8125rem] pointer-coarse:min-h-11">
    {label}
    {children}
  </label>
)
