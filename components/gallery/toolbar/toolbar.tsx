import { Search } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { pageKeys } from '@/components/ui/page-keys'
import { TextInput } from '@/components/ui/text-input'
import { grouped } from '@/lib/grouped'
import type { Entry } from '@/lib/record/entry'
import { isInFlight } from '@/lib/record/record-state'
import type { Query } from '@/lib/record/search'
import { isTyping } from '../grid/is-typing'
import { isCompact } from '../grid/layout'
import { ClearFailed } from './clear-failed'
import { QueueBar } from './queue-bar'
import { RunningPill } from './running-pill'
import { SortSelect } from './sort-select'
import { ToolbarFilters } from './toolbar-filters'
import { ToolbarMenu } from './toolbar-menu'

type Props = {
  entries: Entry[]
  /** They are counted once they are all read. */
  areAll: boolean
  found: Entry[]
  isQueueShown: boolean
  onShowQueue: (show: boolean) => void
  query: Query
  onQuery: (query: Query) => void
  onSelect: () => void
  onStorage: () => void
}

/** Search, filters and sort order; rarely used actions are in its menu. */
export function Toolbar(props: Props) {
  const { entries, areAll, found, query, onQuery, onSelect, onStorage, isQueueShown, onShowQueue } =
    props
  const running = entries.filter(({ kind }) => isInFlight(kind)).length
  const waiting = found.filter(({ kind }) => kind === 'waiting').length
  const isQueueAlone = waiting === found.length || query.status === 'unfinished'
  return (
    <ToolbarFrame>
      <SearchBox text={query.text} onText={(words) => onQuery({ ...query, text: words })} />
      <ToolbarFilters entries={entries} query={query} onQuery={onQuery} />
      <p
        role="status"
        className="ml-auto whitespace-nowrap px-2 max-sm:px-0 text-muted text-xs tabular-nums"
      >
        <span className="max-sm:sr-only">{areAll ? formatCount(found, entries) : null}</span>
      </p>
      {/* A phone has no space for both: the queue goes first. */}
      <ClearFailed entries={entries} className={waiting > 0 ? 'max-sm:hidden' : undefined} />
      {waiting > 0 ? (
        <QueueBar
          running={running}
          waiting={waiting}
          isShown={isQueueAlone ? null : isQueueShown}
          onShow={onShowQueue}
        />
      ) : null}
      <SortSelect query={query} onQuery={onQuery} className="max-sm:hidden" />
      <ToolbarMenu onSelect={onSelect} onStorage={onStorage} />
      {query.oldestFirst ? null : <RunningPill running={running} />}
    </ToolbarFrame>
  )
}

/** The bar above the pictures, which stays in view. */
export const ToolbarFrame = ({ children }: { children: ReactNode }) => (
  <div className="sticky top-12 z-10 -mx-3 -mt-3 flex h-12 items-center gap-1 bg-page/90 px-3 backdrop-blur-sm">
    {children}
  </div>
)

function SearchBox({ text, onText }: { text: string; onText: (text: string) => void }) {
  const ref = useRef<HTMLInputElement>(null)

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!pageKeys.search.matches(event) || isTyping(event)) return
      event.preventDefault()
      ref.current?.focus()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])

  return (
    <div className="relative mr-1 min-w-0 flex-1 sm:max-w-56">
      <Search
        size={14}
        aria-hidden
        className="-translate-y-1/2 pointer-events-none absolute top-1/2 left-2.5 text-muted"
      />
      <TextInput
        ref={ref}
        type="search"
        aria-label="Search prompts"
        placeholder="Search"
        value={text}
        onChange={({ target }) => onText(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          onText('')
          event.currentTarget.blur()
        }}
        className="border-transparent bg-raised pl-8"
      />
    </div>
  )
}

/** Failed and cancelled ones are no pictures. */
function formatCount(found: Entry[], entries: Entry[]): string {
  const count = (list: Entry[]) => list.filter(({ kind }) => !isCompact(kind)).length
  const all = count(entries)
  const shown = count(found)
  if (shown < all) return `${grouped(shown)} of ${grouped(all)}`
  return all === 1 ? '1 picture' : `${grouped(all)} pictures`
}
