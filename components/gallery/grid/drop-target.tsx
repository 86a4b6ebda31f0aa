import { useFileDrop } from '../use-file-drop'

/** Shown while a file is dragged over the page. */
export function DropTarget() {
  if (!useFileDrop()) return null
  return (
    <div className="pointer-events-none fixed inset-2 z-40 grid place-items-center rounded-xl border-2 border-accent border-dashed bg-page/40 lg:left-[calc(380px+0.5rem)]">
      <p className="rounded-lg bg-panel px-4 py-2.5 shadow-lg">
        Drop images to use them as input, or a backup to restore it
      </p>
    </div>
  )
}
