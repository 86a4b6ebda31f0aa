import { openPicture } from '../overlay-address'
import type { ViewerAction, ViewerContext } from './viewer-action'

const arrows = { shown: '← →', description: 'Previous/next (pan when zoomed)' }
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
