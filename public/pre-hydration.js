// What is pressed before the page is alive: `lib/browser/pre-hydration.ts` presses it again, once.
window.pressedEarly = new Set()
addEventListener(
  'click',
  ({ target }) => {
    const button = target.closest('button')
    if (button) window.pressedEarly?.add(button)
  },
  { capture: true },
)
