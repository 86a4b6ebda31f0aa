import { Dialog } from '@/components/ui/dialog'

const groups: Record<string, [keys: string, does: string][]> = {
  Anywhere: [
    ['⌘/Ctrl Enter', 'Generate'],
    ['⌘/Ctrl Z', 'Take a deletion back'],
    ['/', 'Search'],
    ['?', 'This list'],
  ],
  'In the gallery': [
    ['← ↑ → ↓', 'Move from picture to picture'],
    ['Enter', 'Open'],
    ['Space', 'Select'],
    ['⇧ with arrows', 'Select more'],
    ['⌘/Ctrl A', 'Select all'],
    ['F', 'Favourite'],
    ['Del', 'Delete'],
  ],
  'In a picture': [
    ['← →', 'Previous and next; move while zoomed'],
    ['+ −', 'Zoom'],
    ['0', 'Whole picture'],
    ['F', 'Favourite'],
    ['D', 'Download'],
    ['C', 'Compare'],
    ['I', 'Details'],
    ['Del', 'Delete'],
    ['Esc', 'Close'],
  ],
  'In a comparison': [
    ['1 2 3', 'Slider, side by side, flicker'],
    ['Space', 'Flicker: turn to the next'],
    ['← →', 'Move the slider, or the picture while zoomed'],
    ['X', 'Turn the order around'],
  ],
}

/** Every key there is. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title="Keys">
      <div className="grid gap-5 sm:grid-cols-2">
        {Object.entries(groups).map(([title, keys]) => (
          <section key={title}>
            <h3 className="mb-1.5 font-medium text-xs">{title}</h3>
            <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-xs">
              {keys.map(([key, does]) => (
                <div key={key} className="contents">
                  <dt>
                    <kbd className="rounded border bg-raised px-1.5 py-0.5 font-sans text-2xs">
                      {key}
                    </kbd>
                  </dt>
                  <dd className="text-muted">{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
