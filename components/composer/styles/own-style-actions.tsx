import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'
import { renameStyle, shareStyle, unshareStyle } from '@/lib/api/styles'
import type { Style } from '@/lib/contract/styles'

type Props = { style: Style; onChanged: () => void }

/** Renames a style of one's own, and shares it with the workspace. */
export function OwnStyleActions({ style, onChanged }: Props) {
  const [name, setName] = useState<string | null>(null)
  const [message, setMessage] = useState('')
  const run = (action: () => Promise<unknown>, done: string) =>
    action().then(
      () => {
        setMessage(done)
        onChanged()
      },
      (error: unknown) => setMessage(error instanceof Error ? error.message : String(error)),
    )
  return (
    <div className="grid grid-cols-1 gap-1">
      {name === null ? (
        <div className="flex flex-wrap gap-1">
          <Button size="sm" onClick={() => setName(style.name ?? '')}>
            Rename
          </Button>
          <Button
            size="sm"
            onClick={() => run(() => shareStyle(style.id), 'Shared with the workspace.')}
          >
            Share
          </Button>
          <Button
            size="sm"
            look="quiet"
            onClick={() => run(() => unshareStyle(style.id), 'Yours alone again.')}
          >
            Unshare
          </Button>
        </div>
      ) : (
        <form
          method="dialog"
          className="flex gap-1"
          onSubmit={(event) => {
            event.preventDefault()
            setName(null)
            void run(() => renameStyle(style.id, name.trim()), 'Renamed.')
          }}
        >
          <TextInput
            aria-label="New name"
            value={name}
            maxLength={100}
            onChange={({ target }) => setName(target.value)}
          />
          <Button type="submit" size="sm" className="h-8" disabled={name.trim() === ''}>
            Save
          </Button>
        </form>
      )}
      <p role="status" className="text-muted text-xs empty:hidden">
        {message}
      </p>
    </div>
  )
}
