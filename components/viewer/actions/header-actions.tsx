import { CircleHelp, type LucideProps, PanelRight, Presentation, X } from 'lucide-react'
import { isSaved } from '@/lib/record/record-state'
import { closeOverlay, openPresentation } from '../overlay-address'
import type { ViewerAction } from './viewer-action'

/** The panel is at the right, or below the picture on a narrow screen. */
const PanelIcon = (props: LucideProps) => (
  <PanelRight {...props} className="rotate-90 beside:rotate-0" />
)

/** The buttons at the right of the header. */
export const headerActions: ViewerAction[] = [
  {
    id: 'present',
    label: 'Present',
    button: { place: 'header', icon: Presentation },
    keys: { names: ['p'], shown: 'P', description: 'Present this picture' },
    isEnabled: ({ record }) => isSaved(record.state.kind),
    run: ({ record }) => openPresentation(record.id),
  },
  {
    id: 'details',
    label: 'Details',
    button: { place: 'header', icon: PanelIcon, isPressed: ({ isPanelOpen }) => isPanelOpen },
    keys: { names: ['i'], shown: 'I', description: 'Details' },
    run: ({ togglePanel }) => togglePanel(),
  },
  {
    id: 'keys',
    label: 'Keys',
    button: { place: 'header', icon: CircleHelp, isHiddenOnTouch: true },
    keys: { names: ['?'], shown: '?', description: 'This list' },
    run: ({ showKeys }) => showKeys(),
  },
  {
    id: 'close',
    label: 'Close',
    button: { place: 'header', icon: X },
    // The dialog element closes itself on Escape.
    keys: { names: [], shown: 'Esc', description: 'Close' },
    run: closeOverlay,
  },
]
