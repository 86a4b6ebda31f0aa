import { LayoutGrid } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { lazyPart } from '@/components/ui/lazy-part'

const MoodboardBrowser = lazyPart(() =>
  import('./moodboard-browser').then((file) => file.MoodboardBrowser),
)

/** Opens Krea's public moodboards. */
export function MoodboardBrowserButton({ onAdd }: { onAdd: (id: string) => void }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        size="icon"
        aria-haspopup="dialog"
        aria-label="Browse moodboards"
        title="Browse moodboards"
        onPointerEnter={MoodboardBrowser.preload}
        onFocus={MoodboardBrowser.preload}
        onClick={() => setOpen(true)}
      >
        <LayoutGrid size={15} aria-hidden />
      </Button>
      {open && <MoodboardBrowser onAdd={onAdd} onClose={() => setOpen(false)} />}
    </>
  )
}
