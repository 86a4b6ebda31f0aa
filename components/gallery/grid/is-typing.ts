/** Whether a key belongs to a text field or to an open dialog. */
export const isTyping = (event: KeyboardEvent): boolean =>
  document.querySelector('dialog[open]') !== null || isInField(event)

/** Whether a key belongs to a field. */
export const isInField = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && target.matches('textarea, select, input, [contenteditable]')
