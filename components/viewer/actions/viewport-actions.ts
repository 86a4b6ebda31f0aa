import { openPicture } from '../overlay-address'
import type { ViewerAction, ViewerContext } from './viewer-action'

const arrows = { shown: '← →', description: 'Previous/next (pan when zoomed)' }
const columns = { shown: '↑ ↓', description: 'Along the column of an experiment' }
const zoom = { shown: '+ −', description: 'Zoom' }
const isZoomed = ({ controls }: ViewerContext) => controls.isZoomed
const open = (id: string | undefined) => id !== undefined && openPicture(id)

/** Paging, panning and zooming. The viewport and the zoom bar have buttons of their own for these. */
export const viewportActions: ViewerAction[] = [
  {
    id: 'pan-left',
    label: 'Move left',
    keys: { names: ['ArrowLeft'], ...arrows },
    isEnabled: isZoomed,
    run: ({ controls }) => controls.panLeft(),
  },
  {
    id: 'pan-right',
    label: 'Move right',
    keys: { names: ['ArrowRight'], ...arrows },
    isEnabled: isZoomed,
    run: ({ controls }) => controls.panRight(),
  },
  {
    id: 'pan-up',
    label: 'Move up',
    keys: { names: ['ArrowUp'], ...arrows },
    isEnabled: isZoomed,
    run: ({ controls }) => controls.panUp(),
  },
  {
    id: 'pan-down',
    label: 'Move down',
    keys: { names: ['ArrowDown'], ...arrows },
    isEnabled: isZoomed,
    run: ({ controls }) => controls.panDown(),
  },
  {
    id: 'previous',
    label: 'Previous picture',
    keys: { names: ['ArrowLeft'], ...arrows },
    run: ({ previousId }) => open(previousId),
  },
  {
    id: 'next',
    label: 'Next picture',
    keys: { names: ['ArrowRight'], ...arrows },
    run: ({ nextId }) => open(nextId),
  },
  {
    id: 'above',
    label: 'Picture above',
    keys: { names: ['ArrowUp'], ...columns },
    isEnabled: ({ aboveId }) => aboveId !== undefined,
    run: ({ aboveId }) => open(aboveId),
  },
  {
    id: 'below',
    label: 'Picture below',
    keys: { names: ['ArrowDown'], ...columns },
    isEnabled: ({ belowId }) => belowId !== undefined,
    run: ({ belowId }) => open(belowId),
  },
  {
    id: 'zoom-in',
    label: 'Zoom in',
    keys: { names: ['+', '='], ...zoom },
    run: ({ controls }) => controls.zoomIn(),
  },
  {
    id: 'zoom-out',
    label: 'Zoom out',
    keys: { names: ['-'], ...zoom },
    run: ({ controls }) => controls.zoomOut(),
  },
  {
    id: 'reset-zoom',
    label: 'Fit',
    keys: { names: ['0'], shown: '0', description: 'Fit' },
    run: ({ controls }) => controls.reset(),
  },
]
