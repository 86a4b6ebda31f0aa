import { useEffect, useState } from 'react'

const signs = ['pointermove', 'pointerdown', 'keydown', 'dragenter'] as const

/** Runs once, when a person first moves, touches or types. @returns how to stop waiting */
export function onFirstInteraction(run: () => void): () => void {
  const stop = () => {
    for (const sign of signs) removeEventListener(sign, act, true)
  }
  const act = () => {
    stop()
    run()
  }
  for (const sign of signs) addEventListener(sign, act, { capture: true, passive: true })
  return stop
}

/** What comes into the page later need not wait for another sign. */
let met = false

/** True once a person is there: moves, touches, types, or came by a link that asks for something. */
export function useAwake(): boolean {
  const [awake, setAwake] = useState(false)
  useEffect(() => {
    const wake = () => {
      met = true
      setAwake(true)
    }
    return met || location.search ? wake() : onFirstInteraction(wake)
  }, [])
  return awake
}
