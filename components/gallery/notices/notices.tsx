import { X } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { Button } from '@/components/ui/button'
import { pageKeys } from '@/components/ui/page-keys'
import { type Deletion, purge, undelete, undoMs } from '@/lib/library/deletion'
import { isInField } from '../grid/is-typing'
import { useDeletions } from '../use-records'
import { dismissNotice, type Notice, useNotice } from './notice'

/** The latest notice and deletion, at the foot of the page. The deletion can be undone here. */
export function Notices() {
  const notice = useNotice()
  const deletion = useDeletions().at(-1)
  useUndoKey(deletion)
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-3 bottom-4 z-20 flex flex-col items-center gap-2 max-lg:bottom-24"
    >
      {deletion ? <UndoBar key={deletion.at} deletion={deletion} /> : null}
      {notice ? <NoticeBar key={notice.at} notice={notice} /> : null}
    </div>
  )
}

/** Outside fields, the browser would undo the last edit of a field that is not even in view. */
function useUndoKey(deletion: Deletion | undefined): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!pageKeys.undo.matches(event) || isInField(event) || event.defaultPrevented) return
      event.preventDefault()
      if (deletion) void undelete(deletion.ids)
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [deletion])
}

function UndoBar({ deletion: { at, ids } }: { deletion: Deletion }) {
  useEffect(() => {
    const timer = setTimeout(
      () => void purge(),
      Math.min(undoMs, Math.max(0, at + undoMs - Date.now())),
    )
    return () => clearTimeout(timer)
  }, [at])

  return (
    <Bar>
      <span>{ids.length === 1 ? 'Deleted.' : `${ids.length} deleted.`}</span>
      <button
        type="button"
        onClick={() => void undelete(ids)}
        className="rounded px-2 py-1 font-medium underline-offset-2 hover:underline focus-visible:outline-current pointer-coarse:min-h-11"
      >
        Undo
      </button>
    </Bar>
  )
}

const noticeMs = 8_000

function NoticeBar({ notice: { sentence } }: { notice: Notice }) {
  useEffect(() => {
    const timer = setTimeout(dismissNotice, noticeMs)
    return () => clearTimeout(timer)
  }, [])
  return (
    <Bar>
      <span className="text-pretty">{sentence}</span>
      <Button
        look="quiet"
        size="icon"
        aria-label="Dismiss"
        onClick={dismissNotice}
        className="-mr-2 text-page/70 hover:bg-page/15 hover:text-page focus-visible:outline-current"
      >
        <X size={14} aria-hidden />
      </Button>
    </Bar>
  )
}

const Bar = ({ children }: { children: ReactNode }) => (
  <div className="pointer-events-auto flex min-h-11 max-w-md items-center gap-3 rounded-lg bg-ink py-1.5 pr-3 pl-4 text-[0.8125rem] text-page shadow-xl">
    {children}
  </div>
)
