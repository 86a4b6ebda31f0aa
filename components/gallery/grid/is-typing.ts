/** Whether a key was pressed where it has a meaning of its own: in a text, or under an open dialog. */
export function isTyping({ target }: KeyboardEvent): boolean {
  if (document.querySelector('dialog[open]')) return true
  return (
    target instanceof HTMLElement && target.matches('textarea, select, input, [contenteditable]')
  )
}
