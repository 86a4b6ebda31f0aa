// Records the buttons pressed before hydration; `lib/browser/pre-hydration.ts` clicks them again.
window.preHydrationPresses = new Set()
addEventListener(
  'click',
  (event) => {
    const button = event.target.closest('button')
    if (button && window.preHydrationPresses) window.preHydrationPresses.add(button)
  },
  { capture: true },
)
