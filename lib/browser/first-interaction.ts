import { useEffect, useState } from 'react'

const eventNames = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'dragenter'] as const

/** Runs once, at the first move, touch, key or focus: dictation and screen readers press no key. @returns how to cancel */
export function onFirstInteraction(run: () => void): () => void {
  const stop = () => {
    for (const sign of eventNames) removeEventListener(sign, onEvent, true)
  }
  const onEvent = () => {
    stop()
    run()
  }
  for (const sign of eventNames) addEventListener(sign, onEvent, { capture: true, passive: true })
  return stop
}

/** Components that mount later need no second event. */
let hasInteracted = false

/** True after the first move, touch or key, or at once when the address has a query. */
export function useHasInteracted(): boolean {
  const [awake, setAwake] = useState(false)
  useEffect(() => {
    const wake = () => {
      hasInteracted = true
      setAwake(true)
    }
    return hasInteracted || location.search ? wake() : onFirstInteraction(wake)
  }, [])
  return awake
}
