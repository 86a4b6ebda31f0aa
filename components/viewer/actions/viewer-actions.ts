import { copyActions } from './copy-actions'
import { createActions } from './create-actions'
import { headerActions } from './header-actions'
import { mainActions } from './main-actions'
import type { ViewerAction } from './viewer-action'
import { viewportActions } from './viewport-actions'

/** Every action of the viewer, in the order of the buttons and of the list of keys. */
export const viewerActions: readonly ViewerAction[] = [
  ...viewportActions,
  ...mainActions,
  ...createActions,
  ...copyActions,
  ...headerActions,
]
