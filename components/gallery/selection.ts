/** What is chosen, and where a stretch chosen with Shift begins. */
export type Selection = { ids: ReadonlySet<string>; anchor: string | null; choosing: boolean }

export type SelectionAct =
  | { kind: 'toggle'; id: string }
  /** Everything from the anchor to here, in the order shown. */
  | { kind: 'extend'; id: string; order: string[] }
  | { kind: 'all'; order: string[] }
  /** From now on a click chooses, as it does once anything is chosen. */
  | { kind: 'choose' }
  | { kind: 'clear' }

export const nothing: Selection = { ids: new Set(), anchor: null, choosing: false }

export function select(selection: Selection, act: SelectionAct): Selection {
  switch (act.kind) {
    case 'toggle': {
      const ids = new Set(selection.ids)
      if (!ids.delete(act.id)) ids.add(act.id)
      return { ids, anchor: act.id, choosing: ids.size > 0 }
    }
    case 'extend': {
      const { order, id } = act
      const anchor = order.find((other) => other === selection.anchor) ?? id
      const ends = [order.indexOf(anchor), order.indexOf(id)]
      const stretch = order.slice(Math.min(...ends), Math.max(...ends) + 1)
      return { ids: new Set([...selection.ids, ...stretch]), anchor, choosing: true }
    }
    case 'all':
      return { ...selection, ids: new Set(act.order), choosing: act.order.length > 0 }
    case 'choose':
      return { ...selection, choosing: true }
    case 'clear':
      return nothing
  }
}
