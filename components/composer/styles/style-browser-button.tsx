import { Palette } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { lazyPart } from '@/components/ui/lazy-part'

const StyleBrowser = lazyPart(() => import('./style-browser').then((file) => file.StyleBrowser))

const TrainingList = lazyPart(() => import('./training-list').then((file) => file.TrainingList))

type Props = {
  modelId: string
  /** Ids of the styles in use. */
  chosen: string[]
  /** How many more the field takes. */
  freeSlots: number
  onAdd: (id: string) => void
  onRemove: (id: string) => void
}

/** Opens the styles with their pictures. Under it stand the trainings on their way. */
export function StyleBrowserButton(props: Props) {
  const [open, setOpen] = useState(false)
  const [hasTrainings, setHasTrainings] = useState(false)
  useEffect(() => setHasTrainings(!open && hasStoredTrainings()), [open])
  return (
    <>
      <Button
        size="icon"
        aria-haspopup="dialog"
        aria-label="Browse styles"
        title="Browse styles"
        onPointerEnter={StyleBrowser.preload}
        onFocus={StyleBrowser.preload}
        onClick={() => setOpen(true)}
      >
        <Palette size={15} aria-hidden />
      </Button>
      {open && <StyleBrowser {...props} onClose={() => setOpen(false)} />}
      {hasTrainings && (
        <div className="order-last basis-full">
          <TrainingList chosen={props.chosen} canAdd={props.freeSlots > 0} onAdd={props.onAdd} />
        </div>
      )}
    </>
  )
}

/** Without the code that reads them: most visits have none. */
function hasStoredTrainings(): boolean {
  try {
    return (localStorage.getItem('krea-playground:style-trainings') ?? '[]') !== '[]'
  } catch {
    return false
  }
}
