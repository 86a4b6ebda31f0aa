/** The selected records. `anchor`: where a range selected with Shift begins. */
export type PictureSelection = {
  ids: ReadonlySet<string>
  anchor: string | null
  /** A click selects instead of opening. */
  isSelecting: boolean
}

export type SelectionAction =
  | { kind: 'toggle'; id: string }
  /** Selects everything from the anchor to this record, in the order shown. */
  | { kind: 'extend'; id: string; order: string[] }
  | { kind: 'all'; order: string[] }
  | { kind: 'begin' }
  | { kind: 'clear' }

export const emptySelection: PictureSelection = {
  ids: new Set(),
  anchor: null,
  isSelecting: false,
}

export function selectionReducer(
  selection: PictureSelection,
  action: SelectionAction,
): PictureSelection {
  switch (action.kind) {
    case 'toggle': {
      const ids = new Set(selection.ids)
      if (!ids.delete(action.id)) ids.add(action.id)
      return { ids, anchor: action.id, isSelecting: ids.size > 0 }
    }
    case 'extend': {
      const { order, id } = action
      const anchor = order.find((other) => other === selection.anchor) ?? id
      const ends = [order.indexOf(anchor), order.indexOf(id)]
      const range = order.slice(Math.min(...ends), Math.max(...ends) + 1)
      return { ids: new Set([...selection.ids, ...range]), anchor, isSelecting: true }
    }
    case 'all':
      return { ...selection, ids: new Set(action.order), isSelecting: action.order.length > 0 }
    case 'begin':
      return { ...selection, isSelecting: true }
    case 'clear':
      return emptySelection
    default:
      return action satisfies never
  }
}
