// Records the buttons pressed before hydration; `lib/browser/pre-hydration.ts` clicks them again.
window.preHydrationPresses = new Set()
addEventListener(
  'click',
  ({ target }) => {
    const button = target.closest('button')
    if (button) window.preHydrationPresses?.add(button)
  },
  { capture: true },
)
