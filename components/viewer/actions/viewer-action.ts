import type { LucideProps } from 'lucide-react'
import type { ComponentType, ReactNode } from 'react'
import type { KeyAction } from '@/components/ui/key-action'
import type { Model } from '@/lib/catalog/field'
import type { GalleryRecord } from '@/lib/record/record'
import type { ZoomControls } from '../viewport/zoom-controls'

/** What the actions of the viewer work on. */
export type ViewerContext = {
  record: GalleryRecord
  /** Which file of its job is shown: 0 is the first. */
  fileAt: number
  /** The record's model; undefined if Krea no longer offers it. */
  model: Model | undefined
  models: Model[]
  /** Ids of the pictures in the gallery, in its order. */
  order: string[]
  previousId: string | undefined
  nextId: string | undefined
  /** In the same column of an experiment's sheet. */
  aboveId: string | undefined
  belowId: string | undefined
  controls: ZoomControls
  isPanelOpen: boolean
  togglePanel: () => void
  showKeys: () => void
  /** Opens the `dialog` of an action. */
  openDialog: (actionId: string) => void
  /** Closes the viewer and shows the composer. */
  showComposer: () => void
  /** Runs a task and shows a notice if it fails. */
  attempt: (task: () => Promise<void>) => void
  /** False where nothing may be sent: the page says why. */
  canSpend: boolean
  /** A task is running. */
  isBusy: boolean
}

type ActionButton =
  /** In the header, in the row below the prompt, in the grid below that, or at the end of the copy row. */
  | { place: 'header' | 'main' | 'create' | 'more'; icon: ComponentType<LucideProps> }
  /** In the row that begins with "Copy". */
  | { place: 'copy'; text: string }

/** One action of the viewer. Its button, its keys and its row in the list of keys are made from it. */
export type ViewerAction = KeyAction<ViewerContext> & {
  id: string
  /** The button's accessible name. */
  label: string
  /** Absent if the action has keys only, or a control of its own. */
  button?: ActionButton & {
    look?: 'primary' | 'danger'
    /** Instead of a disabled button. */
    hideIfDisabled?: boolean
    isHiddenOnTouch?: boolean
    isPressed?: (context: ViewerContext) => boolean
    /** The tooltip; the label, if absent. */
    title?: (context: ViewerContext) => string | undefined
    /** A short text beside the label, such as a price. */
    note?: (context: ViewerContext) => string | null
  }
  /** Rendered while open; `run` opens it with `openDialog`. */
  dialog?: (context: ViewerContext, onClose: () => void) => ReactNode
}

export const isActionEnabled = ({ isEnabled }: ViewerAction, context: ViewerContext): boolean =>
  isEnabled?.(context) ?? true

/** False for a record made from a job at Krea whose request nobody saved. */
export const hasRequest = ({ record }: ViewerContext): boolean =>
  Object.keys(record.input).length > 0
