import { ActionButton } from './action-button'
import type { ViewerContext } from './viewer-action'
import { viewerActions } from './viewer-actions'

type Place = 'header' | 'main' | 'create' | 'copy' | 'more'

/** The buttons of one place in the viewer, in the order of the table. */
export const ActionButtons = ({ place, context }: { place: Place; context: ViewerContext }) =>
  viewerActions
    .filter(({ button }) => button?.place === place)
    .map((action) => <ActionButton key={action.id} action={action} context={context} />)
