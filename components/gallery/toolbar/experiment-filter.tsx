import { useMemo } from 'react'
import { useExperiments } from '@/components/experiments/use-experiments'
import { Select } from '@/components/ui/select'
import type { Entry } from '@/lib/record/entry'
import type { Query } from '@/lib/record/search'

type Props = { entries: Entry[]; query: Query; onQuery: (query: Query) => void }

/** Shows the pictures of one experiment, the newest experiment first. */
export function ExperimentFilter({ entries, query, onQuery }: Props) {
  const { data: experiments } = useExperiments()
  const ids = useMemo(
    () => [...new Set(entries.flatMap(({ experiment }) => experiment ?? []))].sort().reverse(),
    [entries],
  )
  const nameOf = (id: string) =>
    experiments?.find((one) => one.id === id)?.definition.name || 'Experiment'
  return (
    <Select
      aria-label="Experiment"
      value={query.experiment ?? ''}
      onChange={({ target }) => onQuery({ ...query, experiment: target.value || null })}
      className="max-w-40"
    >
      <option value="">Any</option>
      {ids.map((id) => (
        <option key={id} value={id}>
          {nameOf(id)}
        </option>
      ))}
    </Select>
  )
}
