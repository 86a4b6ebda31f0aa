import type { ReactNode } from 'react'

type Props = {
  prompts: string[]
  /** Said in place of an empty list. */
  empty: string
  onSelect: (prompt: string) => void
  /** Stands at the end of a prompt's line. */
  aside?: (prompt: string) => ReactNode
}

/** Prompts to choose from, one per line. */
export function PromptList({ prompts, empty, onSelect, aside }: Props) {
  if (prompts.length === 0) return <p className="py-6 text-center text-muted">{empty}</p>
  return (
    <ul className="max-h-[50dvh] divide-y overflow-y-auto overscroll-contain rounded-md border">
      {prompts.map((prompt) => (
        <li key={prompt} className="flex items-center gap-1 pr-1">
          <button
            type="button"
            dir="auto"
            onClick={() => onSelect(prompt)}
            className="min-h-9 min-w-0 flex-1 rounded-md px-3 py-2 text-left text-[0.8125rem] hover:bg-hover focus-visible:-outline-offset-2 pointer-coarse:min-h-11"
          >
            <span className="line-clamp-3 break-words">{prompt}</span>
          </button>
          {aside?.(prompt)}
        </li>
      ))}
    </ul>
  )
}
