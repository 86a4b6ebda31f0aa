import { useState } from 'react'
import useSWRInfinite from 'swr/infinite'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextInput } from '@/components/ui/text-input'
import { listMoodboards, type MoodboardPage } from '@/lib/api/moodboards'
import type { Moodboard } from '@/lib/contract/moodboards'
import { useSettledText } from './use-styles'

type Props = { onAdd: (id: string) => void; onClose: () => void }

type Key = readonly ['moodboards', string, string | undefined]

const options = { revalidateFirstPage: false, revalidateOnFocus: false, shouldRetryOnError: false }

/** Krea's public moodboards with their pictures, where Krea lists them. */
export function MoodboardBrowser({ onAdd, onClose }: Props) {
  const [text, setText] = useState('')
  const search = useSettledText(text.trim())
  const keyOf = (index: number, before: MoodboardPage | null): Key | null =>
    index > 0 && !before?.cursor ? null : ['moodboards', search, before?.cursor ?? undefined]
  const { data, error, isValidating, size, setSize } = useSWRInfinite<
    MoodboardPage,
    unknown,
    typeof keyOf
  >(keyOf, ([, q, cursor]) => listMoodboards(q, cursor), options)
  const moodboards = data?.flatMap((page) => page.moodboards) ?? []
  const choose = (id: string) => {
    onAdd(id)
    onClose()
  }
  return (
    <Dialog open onClose={onClose} title="Moodboards" size="wide">
      <div className="grid grid-cols-1 gap-3">
        <TextInput
          type="search"
          aria-label="Search moodboards"
          placeholder="Search"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3">
          {moodboards.map((moodboard) => (
            <li key={moodboard.id}>
              <MoodboardCard moodboard={moodboard} onChoose={() => choose(moodboard.id)} />
            </li>
          ))}
        </ul>
        <p role="status" className="text-center text-muted empty:hidden">
          {statusText(moodboards.length, isValidating, error)}
        </p>
        {data?.at(-1)?.cursor && !isValidating && (
          <Button onClick={() => void setSize(size + 1)}>Show more</Button>
        )}
      </div>
    </Dialog>
  )
}

function statusText(count: number, isLoading: boolean, error: unknown): string {
  if (isLoading) return 'Loading moodboards…'
  if (error !== undefined)
    return 'Krea’s list of moodboards does not answer. A moodboard can still be given by its id.'
  return count === 0 ? 'Nothing found.' : ''
}

type CardProps = { moodboard: Moodboard; onChoose: () => void }

function MoodboardCard({ moodboard, onChoose }: CardProps) {
  const { id, description, imageUrls } = moodboard
  const name = moodboard.name ?? id
  return (
    <button
      type="button"
      aria-label={`Use ${name}`}
      title={description ?? name}
      onClick={onChoose}
      className="grid w-full grid-cols-1 gap-1 text-left hover:brightness-110"
    >
      <span className="grid aspect-square grid-cols-2 gap-0.5 overflow-hidden rounded-md bg-raised">
        {imageUrls.map((url) => (
          <img
            key={url}
            src={url}
            alt=""
            loading="lazy"
            referrerPolicy="no-referrer"
            className="size-full object-cover"
          />
        ))}
      </span>
      <span className="truncate font-medium text-[0.8125rem]">{name}</span>
    </button>
  )
}
