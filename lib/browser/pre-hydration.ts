declare global {
  interface Window {
    /** Kept by `public/pre-hydration.js`, which comes before all else. */
    pressedEarly?: Set<HTMLButtonElement> | undefined
  }
}

/**
 * Tells React what was typed, ticked and chosen before it took the page over, as if it happened now: it
 * hears nothing of what came before it. To be called once, as soon as the page is hydrated.
 */
export function replayPreHydrationChanges(): void {
  for (const control of document.querySelectorAll('textarea, select, input:not([type=file])')) {
    if (control instanceof HTMLSelectElement) tellChosen(control)
    else if (control instanceof HTMLTextAreaElement) tellTyped(control, HTMLTextAreaElement)
    else if (!(control instanceof HTMLInputElement)) continue
    else if (/radio|checkbox/.test(control.type)) tellTicked(control)
    else tellTyped(control, HTMLInputElement)
  }
}

/** Presses the buttons that were pressed too early, each of them once; from now on the page hears by itself. */
export function replayPreHydrationPresses(): void {
  const pressed = window.pressedEarly
  window.pressedEarly = undefined
  // The browser itself has opened what a popover's button opens.
  for (const button of pressed ?? [])
    if (button.isConnected && !button.popoverTargetElement) button.click()
}

/**
 * React passes on only what differs from the text it last saw, and it watches `value` of each control for
 * that: so the text goes back through the control, and comes again past it.
 */
function tellTyped<T extends HTMLInputElement | HTMLTextAreaElement>(
  control: T,
  { prototype }: { prototype: T },
): void {
  const typed = control.value
  if (typed === control.defaultValue) return
  control.value = control.defaultValue
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(control, typed)
  control.dispatchEvent(new Event('input', { bubbles: true }))
}

function tellTicked(control: HTMLInputElement): void {
  if (control.checked === control.defaultChecked) return
  // The one that was unticked by it is told by the tick of this one.
  if (control.type === 'radio' && !control.checked) return
  control.checked = control.defaultChecked
  control.click()
}

function tellChosen(control: HTMLSelectElement): void {
  const first = [...control.options].find(({ defaultSelected }) => defaultSelected)
  if (control.value !== (first ?? control.options[0])?.value)
    control.dispatchEvent(new Event('change', { bubbles: true }))
}
