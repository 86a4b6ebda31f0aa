/** Whether a key belongs to a text field or to an open dialog. */
export function isTyping({ target }: KeyboardEvent): boolean {
  if (document.querySelector('dialog[open]')) return true
  return (
    target instanceof HTMLElement && target.matches('textarea, select, input, [contenteditable]')
  )
}
