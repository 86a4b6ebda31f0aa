import { Select } from '@/components/ui/select'
import type { Query } from '@/lib/record/search'

type Props = { query: Query; onQuery: (query: Query) => void; className?: string }

export const SortSelect = ({ query, onQuery, className }: Props) => (
  <Select
    aria-label="Sort"
    value={query.oldestFirst ? 'oldest' : 'newest'}
    onChange={({ target }) => onQuery({ ...query, oldestFirst: target.value === 'oldest' })}
    className={className}
  >
    <option value="newest">Newest first</option>
    <option value="oldest">Oldest first</option>
  </Select>
)
