declare global {
  interface Window {
    /** Filled by `recordPresses`, the first script of the page. */
    preHydrationPresses?: Set<HTMLButtonElement> | undefined
  }
}

/**
 * Replays for React the typing, ticks and choices made before hydration, since React hears no events
 * from before it. Call it once, right after hydration.
 */
export function replayPreHydrationChanges(): void {
  for (const control of document.querySelectorAll('textarea, select, input:not([type=file])')) {
    if (control instanceof HTMLSelectElement) replayChoice(control)
    else if (control instanceof HTMLTextAreaElement) replayTyping(control, HTMLTextAreaElement)
    else if (!(control instanceof HTMLInputElement)) continue
    else if (/radio|checkbox/.test(control.type)) replayTick(control)
    else replayTyping(control, HTMLInputElement)
  }
}

/** Clicks once each button that was pressed before hydration. */
export function replayPreHydrationPresses(): void {
  const pressed = window.preHydrationPresses
  window.preHydrationPresses = undefined
  // The browser itself opens a popover.
  for (const button of pressed ?? [])
    if (button.isConnected && !button.popoverTargetElement) button.click()
}

/**
 * React ignores an event whose text equals the one it last saw, and it learns of texts through the
 * control's own `value` setter. So reset the text through it, then set it again past it.
 */
function replayTyping<T extends HTMLInputElement | HTMLTextAreaElement>(
  control: T,
  { prototype }: { prototype: T },
): void {
  const typed = control.value
  if (typed === control.defaultValue) return
  control.value = control.defaultValue
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(control, typed)
  control.dispatchEvent(new Event('input', { bubbles: true }))
}

function replayTick(control: HTMLInputElement): void {
  if (control.checked === control.defaultChecked) return
  // Ticking a radio button unticks the others.
  if (control.type === 'radio' && !control.checked) return
  control.checked = control.defaultChecked
  control.click()
}

function replayChoice(control: HTMLSelectElement): void {
  const first = [...control.options].find(({ defaultSelected }) => defaultSelected)
  if (control.value !== (first ?? control.options[0])?.value)
    control.dispatchEvent(new Event('change', { bubbles: true }))
}
