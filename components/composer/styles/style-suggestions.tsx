import type { Style } from '@/lib/contract/styles'
import { useStyleSearch } from '../fields/use-style-search'
import { StyleCover } from './style-card'

const maxShown = 6

type Props = { text: string; onAdd: (id: string) => void }

/** Styles whose name holds the text, each with its cover. */
export function StyleSuggestions({ text, onAdd }: Props) {
  const found = useStyleSearch(text)
  if (found.length === 0 || text.trim() === '') return null
  return (
    <ul aria-label="Styles found" className="grid w-full grid-cols-1 rounded-md border p-1">
      {found.slice(0, maxShown).map((style) => (
        <li key={style.id}>
          <button
            type="button"
            title={style.id}
            onClick={() => onAdd(style.id)}
            className="flex min-h-10 w-full items-center gap-2 rounded px-1.5 text-left text-xs hover:bg-hover pointer-coarse:min-h-11"
          >
            <StyleCover style={style} className="size-8 shrink-0 rounded" />
            <span className="truncate">{nameOf(style)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

const nameOf = ({ name, id }: Style) => name ?? id
