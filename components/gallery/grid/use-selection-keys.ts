import { useEffect } from 'react'
import { findKeyAction, type KeyAction } from '@/components/ui/key-action'
import { isTyping } from './is-typing'

type Context = { isCommand: boolean; clear: () => void; selectAll: () => void }

/** Keys that work while the gallery is in view, wherever the focus is. */
export const selectionActions: KeyAction<Context>[] = [
  {
    keys: { names: ['a'], shown: '⌘/Ctrl A', description: 'Select all' },
    isEnabled: ({ isCommand }) => isCommand,
    run: ({ selectAll }) => selectAll(),
  },
  {
    keys: { names: ['Escape'], shown: 'Esc', description: 'Clear the selection' },
    run: ({ clear }) => clear(),
  },
]

/** @param actions both have to be stable */
export function useSelectionKeys({ clear, selectAll }: Omit<Context, 'isCommand'>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isTyping(event)) return
      const context = { isCommand: event.metaKey || event.ctrlKey, clear, selectAll }
      const action = findKeyAction(selectionActions, event.key, context)
      if (!action) return
      if (context.isCommand) event.preventDefault()
      action.run(context)
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [clear, selectAll])
}
