/**
 * A script that records the buttons pressed before hydration; `replayPreHydrationPresses` clicks them again. It
 * stands in the page, before them: a press while a file of it was on its way would be lost.
 */
export const recordPresses = `
window.preHydrationPresses = new Set()
addEventListener('click', ({ target }) => {
  const button = target.closest('button')
  if (button) window.preHydrationPresses?.add(button)
}, true)`
